"""Someone who takes the course in Chromium, on a platform that keeps what it is told (scorm-again)."""

from __future__ import annotations

PLATFORM = """<!doctype html><title>A platform</title><link rel="icon" href="data:,">
<script src="scorm12.min.js"></script>
<script>
  window.API = new Scorm12API({autocommit: false, logLevel: 5});
  const calls = [];
  for (const name of ["LMSInitialize", "LMSSetValue", "LMSFinish"]) {
    const own = API[name];
    API[name] = (...given) => {
      const said = own.apply(API, given);
      calls.push([name, ...given, said]);
      return said;
    };
  }
</script><iframe name="part" width="1000" height="700"></iframe>"""
BEGIN = """([part, kept]) => {
  if (kept) API.loadFromJSON(kept, "");
  document.querySelector("iframe").src = `${part}.html`;
}"""


class Learner:
    """Someone who takes a part of the course on the platform."""

    def __init__(self, page, address: str):
        self.page, self.address, self.said = page, address, []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def begin(self, part: str, kept: dict | None = None) -> None:
        """Open a part, with what the platform kept of an earlier time."""
        self.page.goto(self.address)
        self.page.evaluate(BEGIN, [part, kept])
        self.shell, self.inside = self.page.frame_locator("iframe"), self.page.frame("part")
        self.site = self.shell.frame_locator("iframe")
        self.page.wait_for_function("calls.some(([name, key]) => key === 'cmi.core.lesson_location')")

    def value(self, name: str) -> str:
        return self.page.evaluate("name => String(API.getCMIValue(`cmi.${name}`))", name)

    def leave(self) -> dict:
        """Close the part; what the platform keeps."""
        self.page.evaluate("document.querySelector('iframe').src = 'about:blank'")
        self.page.wait_for_function("calls.some(([name]) => name === 'LMSFinish')")
        return self.page.evaluate("JSON.parse(JSON.stringify(API.cmi))")

    def refused(self) -> list:
        return self.page.evaluate("calls.filter((call) => String(call.at(-1)) !== 'true')")

    def count(self, name: str) -> int:
        return self.page.evaluate("name => calls.filter((call) => call[0] === name).length", name)
