// The talk with a learning platform by SCORM 1.2: its API is an object in a frame around this window, or around
// the one that opened it (Run-Time Environment 3.3). Without one every call does nothing.

/** The API in a window or in the frames around it; a window of another site is closed to us. */
function around(start) {
  try {
    for (let at = start; at; at = at.parent === at ? null : at.parent) if (at.API) return at.API;
  } catch {
    // what is around it is of another site
  }
  return null;
}

/** Begin to talk: {open, get, set, commit, finish}. `set` gives "" or the platform's words on what is wrong. */
export default function talk() {
  const api = around(window) ?? around(window.opener) ?? around(window.top.opener);
  const yes = (answer) => String(answer) === "true"; // some platforms give a boolean
  let open = !!api && yes(api.LMSInitialize(""));
  return {
    open,
    get: (name) => (open ? String(api.LMSGetValue(`cmi.${name}`)) : ""),
    set: (name, value) => (!open || yes(api.LMSSetValue(`cmi.${name}`, String(value))) ? "" : api.LMSGetErrorString(api.LMSGetLastError())),
    commit: () => open && api.LMSCommit(""),
    finish() {
      if (open) api.LMSFinish("");
      open = false;
    },
  };
}
