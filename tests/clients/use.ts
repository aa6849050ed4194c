// What a front end does with the generated client; compiled, then run.
import { Configuration, KatalogApi, RencanaApi, ResponseError } from "./generated";

declare const process: { argv: string[]; exitCode: number };

async function main(base: string): Promise<void> {
  const configuration = new Configuration({ basePath: base });
  const catalog = new KatalogApi(configuration);
  const { events } = await catalog.listEvents({ lang: "en" });
  const found = await catalog.listServices({ q: "imunisasi", event: [events[0].event] });
  const service = await catalog.getService({ name: found.services[0].service });
  const plans = new RencanaApi(configuration);
  const answer = await plans.giveAdvice({
    adviceRequest: { events: ["birth"], answers: { "child[1].condition": "healthy" }, date: "2026-11-22" },
  });
  const steps = (answer.plan?.steps ?? []).map((step) => step.title);
  let refused = "";
  try {
    await plans.giveAdvice({ adviceRequest: { events: ["birht"] } });
  } catch (error) {
    if (!(error instanceof ResponseError)) throw error;
    refused = (await error.response.json()).errors[0].field;
  }
  console.log(JSON.stringify({ events: events.length, service: service.slug, steps, refused }));
}

main(process.argv[2]).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
