// The claims that pass the filters, as CSV.

import { rolesWords } from "../data/claim_words";
import { safe } from "../page/csv";
import { worthOf } from "../page/words";
import type { State } from "../state/state";

const COLUMNS = "id,subject,relation,object,polarity,modality,asserters,said_on,holds_from,holds_to,amount,currency,confidence,worth,tone,roles,document,source,start,quote,review,reviewed_by,reviewed_on,note,grave";

export function claimsCsv(state: State): string {
  const { claims } = state.graph.data;
  const rows = claims.id.map((_, claim) => claim).filter((claim) => state.activeClaims[claim]).map((claim) => row(state, claim).map(safe).join(","));
  return `${[COLUMNS, ...rows].join("\r\n")}\r\n`;
}

function row(state: State, claim: number): string[] {
  const { graph } = state;
  const review = state.review(claim);
  const { claims, documents, strings, polarities, modalities } = graph.data;
  const tie = claims.tie[claim];
  const [subject, object] = graph.endsOf(claim);
  const document = claims.document[claim];
  const amount = claims.amount[claim];
  const start = claims.start[claim] + (document >= 0 ? documents.start[document] : 0);
  return [
    claims.id[claim], graph.name(subject), graph.lemma(tie), graph.end(object),
    polarities[claims.polarity[claim]], modalities[claims.modality[claim]],
    (claims.asserters[claim] || []).map((actor) => graph.name(actor)).join("; "),
    strings[claims.said[claim]], strings[claims.from[claim]], strings[claims.to[claim]],
    amount ? String(amount[0]) : "", amount ? amount[1] : "", String(claims.confidence[claim]), String(worthOf(claims.worth[claim])),
    graph.tone(tie), rolesWords(graph, claim),
    document >= 0 ? documents.id[document] : "", document >= 0 ? documents.source[document] : "", String(start), graph.quote(claim),
    review.state, review.who, review.when, review.note, graph.topic(claim),
  ];
}
