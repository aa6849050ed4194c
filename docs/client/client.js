// Dua puluh baris, tanpa pustaka. / Twenty lines, no library.
export async function post(address, body) {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (response.ok) return answer;
  throw new Error([answer.detail, ...answer.errors.map((e) => `${e.field}: ${e.message}`)].join("\n"));
}

// `ask` mendapat satu pertanyaan, memberi nilai atau null (tidak tahu). / is given a question, gives a value or null (not known).
export async function journey(base, events, ask) {
  const request = { events, answers: {}, declined: [], include: ["plan", "questions"] };
  for (;;) {
    const { plan, questions } = await post(`${base}/v1/advice`, request);
    const next = questions.filter((one) => one.kind === "facts").flatMap((one) => one.ask)[0];
    if (!next) return plan; // `documents`, `choice`, `persons`: /docs
    const value = await ask(next);
    if (value === null) request.declined.push(next.fact);
    else request.answers[next.fact] = value;
  }
}
