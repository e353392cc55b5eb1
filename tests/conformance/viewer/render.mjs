// Renders a report with Cucumber's own HTML formatter, runs the page, and prints what a reader sees.
//
//     node render.mjs report.ndjson
import fs from "node:fs";
import readline from "node:readline";
import { once } from "node:events";
import { CucumberHtmlStream } from "@cucumber/html-formatter";
import { JSDOM, VirtualConsole } from "jsdom";

const stream = new CucumberHtmlStream();
let html = "";
stream.on("data", (part) => (html += part));
for await (const line of readline.createInterface({ input: fs.createReadStream(process.argv[2]) })) {
  stream.write(JSON.parse(line));
}
stream.end();
await once(stream, "end");

const complaints = [];
const console_ = new VirtualConsole();
console_.on("jsdomError", (error) => complaints.push(error.message));
console_.on("error", (...said) => complaints.push(said.join(" ")));
const page = new JSDOM(html, {
  runScripts: "dangerously",
  pretendToBeVisual: true,
  url: "http://localhost/",
  virtualConsole: console_,
  beforeParse(window) {
    window.matchMedia = () => ({ matches: false, addListener() {}, removeListener() {}, addEventListener() {} });
    window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} };
    window.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };
  },
});
await new Promise((resolve) => setTimeout(resolve, 1500));
const seen = page.window.document.getElementById("content").textContent;
page.window.close();
process.stdout.write(JSON.stringify({ seen, complaints }) + "\n");
process.exit(0);
