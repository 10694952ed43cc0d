// Reads a GEXF file as graphology-gexf does and prints what it found as JSON. Arguments: web folder, file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.argv[2]}/package.json`);
const { MultiGraph } = require("graphology");
const gexf = require("graphology-gexf");
const graph = gexf.parse(MultiGraph, readFileSync(process.argv[3], "utf-8"), { respectInputGraphType: false });
process.stdout.write(JSON.stringify(graph.export()));
