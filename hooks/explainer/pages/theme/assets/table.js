/* Filters and sorts the table of claims. All of it is made here: without script nothing on the page is dead,
   and the lists of links stay that this makes its choices of. The address holds what is chosen, so that it
   can be sent and gone back to; the form's controls are the only other place that knows it. */

"use strict";

(() => {
  const slices = document.querySelector(".x-slices");
  const block = slices?.closest(".x-block-claims");
  if (!block) return;

  const tables = [...block.querySelectorAll(".x-claims-table")];
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

  const make = (tag, given, ...inside) => {
    const made = Object.assign(document.createElement(tag), given);
    made.append(...inside);
    return made;
  };

  /* "Müller’s" is found by "muller's". */
  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[‘’ʼ]/g, "'").replace(/\s+/g, " ").toLowerCase();

  /* Rows are read once: what is typed is then compared with text, not with the page. */
  const read = (row) => {
    const { actors, articles, questions, stance, when } = row.dataset;
    /* Below the words of a claim stands how they were read: nobody looks for that. */
    const seen = [...row.cells].map((cell) => (cell.querySelector(".x-folds") ? cell.firstElementChild : cell));
    const sign = stance && row.querySelector(`.x-stance-${CSS.escape(stance)}`);
    const stanceWord = sign ? sign.lastChild.textContent.trim() : "";
    return {
      row,
      text: folded(seen.map((part) => part.textContent).join(" ")),
      by: actors.split(" "),
      article: articles.split(" "),
      question: questions.split(" "),
      stance: [stance],
      stanceWord,
      keys: {
        who: row.querySelector(".x-who").textContent.trim(),
        how: stanceWord,
        when: when.replace(/^\D+/, ""),
      },
    };
  };
  const parts = tables.map((table) => ({
    table,
    body: table.tBodies[0],
    heading: document.getElementById(`in-${table.dataset.article}`),
    rows: [...table.tBodies[0].rows].map(read),
  }));
  const rows = parts.flatMap((part) => part.rows);

  /* The controls. */
  const chooser = (name, label, all, choices) => {
    const options = choices.map(([value, text]) => make("option", { value }, text));
    const select = make("select", { name }, make("option", { value: "" }, all), ...options);
    return make("label", {}, label, select);
  };
  const listed = (name, label, all) => {
    const items = [...slices.querySelectorAll(`[data-filter="${name}"] > li`)];
    const choices = items.map((item) => [item.dataset.value, item.textContent.trim()]);
    if (name === "by") choices.sort((a, b) => collator.compare(a[1], b[1]));
    return choices.length > 1 ? [chooser(name, label, all, choices)] : [];
  };
  const stances = new Map(rows.filter((one) => one.stanceWord).map((one) => [one.stance[0], one.stanceWord]));
  const orders = [
    ["who", "Who, A to Z"],
    ["-who", "Who, Z to A"],
    ["how", "How, A to Z"],
    ["-how", "How, Z to A"],
    ["when", "When, earliest first"],
    ["-when", "When, latest first"],
  ];
  const status = make("span", {});
  status.setAttribute("role", "status");
  const form = make(
    "form",
    { className: "x-filters" },
    ...listed("by", "Actor", "Every actor"),
    ...(stances.size > 1 ? [chooser("stance", "Stance", "Every stance", [...stances])] : []),
    ...listed("question", "Question", "Every question"),
    ...listed("article", "Article", "Every article"),
    make("label", {}, "Words", make("input", { type: "search", name: "q", autocomplete: "off" })),
    chooser("sort", "Sort", "As in the article", orders),
    make("p", {}, status, make("button", { type: "reset" }, "Show all")),
  );
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter the claims");
  const controls = [...form.elements].filter((control) => control.name);
  const { q, sort } = form.elements;

  const heads = tables.flatMap((table) => [...table.querySelectorAll("th[data-sort]")]);
  for (const head of heads) {
    const button = make("button", { type: "button", className: "x-sort" }, ...head.childNodes);
    button.addEventListener("click", () => {
      const key = head.dataset.sort;
      const next = { [key]: `-${key}`, [`-${key}`]: "" };
      sort.value = next[sort.value] ?? key;
      changed();
    });
    head.append(button);
  }

  /* Where rows are cards their head is out of sight: no key may lead into it, "Sort" does the same. */
  const narrow = matchMedia("(max-width: 47em)");
  const reach = () => {
    for (const head of heads) head.firstElementChild.tabIndex = narrow.matches ? -1 : 0;
  };
  narrow.addEventListener("change", reach);
  reach();

  /* What the address points to is shown whatever is chosen. */
  const target = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      /* A stray % is no address of ours. */
    }
    return (id && document.getElementById(id)) || null;
  };

  const inOrder = (all) => {
    const key = sort.value.replace("-", "");
    const sign = sort.value.startsWith("-") ? -1 : 1;
    /* What has no date or stance comes last in either direction. */
    const last = (one) => Number(!one.keys[key]);
    const compare = (a, b) => last(a) - last(b) || sign * collator.compare(a.keys[key], b.keys[key]);
    return key ? [...all].sort(compare) : all;
  };

  let order = "";
  const show = () => {
    const words = folded(q.value).split(" ").filter(Boolean);
    const chosen = controls.filter((one) => one !== q && one !== sort && one.value);
    const aim = target();
    let count = 0;
    for (const one of rows) {
      const fits =
        chosen.every(({ name, value }) => one[name].includes(value)) &&
        words.every((word) => one.text.includes(word));
      one.row.hidden = !fits && !(aim && one.row.contains(aim));
      if (!one.row.hidden) count += 1;
    }
    for (const part of parts) {
      const empty = part.rows.every((one) => one.row.hidden);
      part.table.parentElement.hidden = empty;
      if (part.heading) part.heading.hidden = empty;
      if (sort.value !== order) part.body.append(...inOrder(part.rows).map((one) => one.row));
    }
    order = sort.value;
    for (const head of heads) {
      const direction = { [head.dataset.sort]: "ascending", [`-${head.dataset.sort}`]: "descending" };
      head.setAttribute("aria-sort", direction[order] ?? "none");
    }
    status.textContent = count === rows.length ? `${count} claims` : `${count} of ${rows.length} claims`;
  };

  let typing = false;

  /* From the address to the page, and back. A value that no choice has leaves everything shown. */
  const open = () => {
    const given = new URLSearchParams(location.search);
    for (const control of controls) {
      control.value = given.get(control.name) ?? "";
      if (control.selectedIndex === -1) control.value = "";
    }
    const unseen = target()?.closest("tr[hidden]");
    show();
    unseen?.scrollIntoView();
    typing = false;
  };

  const changed = (typed = false) => {
    const chosen = controls.filter((one) => one.value.trim()).map((one) => [one.name, one.value.trim()]);
    const query = new URLSearchParams(chosen).toString();
    const address = location.pathname + (query && `?${query}`);
    try {
      /* A word is one step back, not each of its letters; what changes nothing is none. */
      if (address !== location.pathname + location.search + location.hash)
        history[typed && typing ? "replaceState" : "pushState"](null, "", address);
    } catch {
      /* A file read without a server has an address that no script may change. */
    }
    typing = typed;
    show();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => changed(event.target === q));
  form.addEventListener("reset", () => setTimeout(changed));
  for (const name of ["popstate", "hashchange"]) addEventListener(name, open);
  slices.replaceChildren(form);
  open();
})();
