// The explorer's page: it reads the data and opens the explorer on them.

import "../page/base.css";
import "./explorer.css";
import { findHere } from "../ask/hits";
import "../served/coverage.css";
import { readData } from "../data/island";
import { Server, takeToken } from "../served/server";
import { Explorer } from "./explorer";

function start(): void {
  const data = readData();
  const explorer = new Explorer(data, data.served ? new Server(takeToken()) : null);
  explorer.open();
  const { state, map, search, served, story, ask } = explorer;
  // For tests, and for whoever looks at the page with the browser's tools.
  Object.assign(window, { sociogram: { state, map, search, served, story, ask, findHere, get graph() { return state.graph; } } });
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
  explorer.prepare();
}

start();
