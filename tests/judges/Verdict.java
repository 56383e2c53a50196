// Asks veraPDF whether files keep to PDF/UA-1, and prints each rule that one breaks; nothing when all do.
// java -cp <veraPDF and JAXB> Verdict.java file.pdf ...
import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Verdict {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (String file : files) {
      try (var parser = Foundries.defaultInstance().createParser(new FileInputStream(file), PDFAFlavour.PDFUA_1);
          var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
        var result = validator.validate(parser);
        var broken = new TreeSet<String>();
        for (TestAssertion one : result.getTestAssertions())
          if (one.getStatus() == TestAssertion.Status.FAILED)
            broken.add(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage());
        for (String rule : broken) System.out.println(file + ": " + rule);
        if (!result.isCompliant() && broken.isEmpty()) System.out.println(file + ": not compliant");
        System.out.println(file + ": " + result.getTotalAssertions() + " checks");
      }
    }
  }
}
