// For `node --require`: names of .example are asked for on this machine, at the test's own ports instead of 80
// and 443, which need rights that a test has not. Nothing else is asked for anything.
const { Socket } = require("node:net");

const ports = JSON.parse(process.env.LOOPBACK_PORTS); // {"80": 8080, "443": 8443}
const connect = Socket.prototype.connect;

Socket.prototype.connect = function (...given) {
  const options = Array.isArray(given[0]) ? given[0][0] : given[0];
  if (!/\.example$/.test(options.host)) throw new Error(`${options.host} is not of this test`);
  Object.assign(options, { host: "127.0.0.1", port: ports[options.port] });
  return connect.apply(this, given);
};
