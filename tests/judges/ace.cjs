// Ace by DAISY on one EPUB file, in the Chromium of $PUPPETEER_EXECUTABLE_PATH: node ace.cjs BOOK FOLDER writes
// FOLDER/report.json. Ace and its runner are found from the folder in which this runs.
const { createRequire } = require("module");
const found = createRequire(`${process.cwd()}/`);
const ace = found("@daisy/ace-core"), runner = found("@daisy/ace-axe-runner-puppeteer");
const [book, outdir] = process.argv.slice(2);

ace(book, { cwd: process.cwd(), outdir, silent: true, initLogger: true }, runner)
  .then(() => process.exit(0))
  .catch((error) => {
    console.error(String(error?.stack ?? error));
    process.exit(1);
  });
