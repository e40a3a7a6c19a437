/* The filters of browse/index.html. `window.browse` holds what data files put there: columns by the year, and
	 sheets of whole statements, loaded when one is shown. What is chosen stands in the address after "#". */
"use strict";
(() => {
	const SHOWN = 20, FEW = 10, MORE = 50, NO_DAY = -(2 ** 31);
	const page = document.getElementById("browse");
	const [found, chosen, list, place, clear, previous, next, hits, fold, active, beyond, reversed, swap] =
		"found chosen list place clear previous next hits fold active beyond reversed swap".split(" ").map((id) => document.getElementById(id));
	const inputs = ["from", "to", "sort"].map((name) => page.querySelector(`[name=${name}]`)), [from, to] = inputs;
	const { lang } = document.documentElement;
	const number = (value) => value.toLocaleString(`${lang}-u-nu-latn`);
	const words = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => number(values[name]));
	const counted = (forms, values) => words(forms[new Intl.PluralRules(lang).select(values.n)] ?? forms.other, values);
	const collator = new Intl.Collator(lang, { numeric: true });
	const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
	const codeOf = (map, key) => map.get(key) ?? map.set(key, map.size).size - 1;
	const dayOf = (iso) => (iso ? Math.round(Date.parse(iso) / 864e5) : NO_DAY);

	// The columns of all years as one: `codes` per statement, `sets` of values per code.

	const years = Object.values(window.browse); // there are no sheets yet
	const sheets = [], starts = [];
	let total = 0;
	for (const year of years)
		for (const [name, size] of year.sheets) {
			sheets.push(name);
			starts.push(total);
			total += size;
		}
	const firsts = new Int32Array(total), lasts = firsts.slice(); // the days that one may be of
	let filled = 0;
	for (const year of years)
		for (const [span, size] of year.days) {
			const [first, last = first] = span.split("/").map(dayOf);
			firsts.fill(first, filled, filled + size);
			lasts.fill(last, filled, (filled += size));
		}

	const facets = [...page.querySelectorAll("details[data-name]")].map(readFacet).filter((facet) => facet.labels.length);

	function readFacet(box) {
		const name = box.dataset.name, values = new Map(), known = new Map();
		const codes = new Uint32Array(total);
		let at = 0;
		for (const { columns } of years) {
			const local = columns[name].values.map((set) => codeOf(known, JSON.stringify(set)));
			for (const code of columns[name].rows) codes[at++] = local[code];
		}
		const sets = Array.from(known.keys(), (key) => JSON.parse(key).map((label) => codeOf(values, label)));
		const labels = [...values.keys()];
		const ranks = new Uint32Array(labels.length);
		[...labels.keys()].sort((a, b) => collator.compare(labels[a], labels[b])).forEach((value, rank) => (ranks[value] = rank));
		const facet = { name, box, labels, sets, values, codes, ranks, limit: FEW, items: new Map(), counts: [] };
		box.hidden = !labels.length;
		[facet.list, facet.find, facet.more] = ["ul", ".find input", ".more"].map((place) => box.querySelector(place));
		facet.title = box.querySelector("summary").textContent;
		facet.find.parentElement.hidden = labels.length <= FEW;
		facet.find.addEventListener("input", () => showFacet(facet));
		facet.more.addEventListener("click", () => {
			const first = facet.list.children.length;
			facet.limit += MORE;
			showFacet(facet);
			facet.list.children[first]?.querySelector("input").focus();
		});
		facet.list.addEventListener("change", ({ target }) => {
			asked[target.checked ? "append" : "delete"](name, target.value);
			go();
		});
		return facet;
	}

	// The orders, each made when it is first asked for. Equal ones stay newest first.

	const orders = {};
	const ORDERS = { oldest: (row) => lasts[row] - NO_DAY || Infinity, newest: (row) => -lasts[row], speaker: rankOf("speaker"), outlet: rankOf("outlet") };

	function rankOf(name) {
		const { codes, sets, ranks, labels } = facets.find((facet) => facet.name === name) ?? { labels: [] };
		return (row) => (labels.length ? ranks[sets[codes[row]][0]] ?? labels.length : 0);
	}

	function ordered(name) {
		const rows = () => (name === "newest" ? Uint32Array.from(lasts.keys()) : ordered("newest").slice());
		return (orders[name] ??= rows().sort((a, b) => ORDERS[name](a) - ORDERS[name](b)));
	}

	// What is chosen is what the address says: names with their values, but for the usual ones.

	const USUAL = { sort: "newest", page: "1" };
	let asked, at;
	const given = (name) => asked.get(name) ?? USUAL[name] ?? "";

	function read() {
		asked = new URLSearchParams(location.hash.slice(1));
		for (const input of inputs) {
			input.value = given(input.name);
			set(input.name, input.value); // "" where that is none
		}
		show();
	}

	function go(page = 1) {
		set("page", String(page));
		const hash = `#${asked}`;
		if (hash !== (location.hash || "#")) history.pushState(null, "", hash);
		show();
	}

	function set(name, to) {
		if (to && to !== USUAL[name]) asked.set(name, to);
		else asked.delete(name);
	}

	// What has all that is chosen; and for every filter, how many would by its values if it were not set.

	function filter() {
		const last = given("to") ? dayOf(given("to")) : 2 ** 31;
		const first = given("to") && !given("from") ? NO_DAY + 1 : dayOf(given("from"));
		const narrowing = facets.flatMap(({ name, sets, values, codes }, at) => {
			const wanted = new Set(asked.getAll(name).map((label) => values.get(label)));
			return wanted.size ? { codes, at, fits: Uint8Array.from(sets, (set) => set.some((value) => wanted.has(value))) } : [];
		});
		const counts = facets.map(({ sets }) => new Uint32Array(sets.length));
		const marked = new Uint8Array(total);
		for (let row = 0; row < total; row++) {
			if (lasts[row] < first || firsts[row] > last) continue;
			let misses = 0, missed = 0;
			for (const { codes, fits, at } of narrowing)
				if (!fits[codes[row]]) {
					missed = at;
					if (++misses > 1) break;
				}
			if (misses === 0) {
				marked[row] = 1;
				for (let at = 0; at < facets.length; at++) counts[at][facets[at].codes[row]]++;
			} else if (misses === 1) counts[missed][facets[missed].codes[row]]++;
		}
		facets.forEach((facet, at) => {
			facet.counts = new Uint32Array(facet.labels.length);
			facet.sets.forEach((set, code) => set.forEach((value) => (facet.counts[value] += counts[at][code])));
		});
		return ordered(given("sort")).filter((row) => marked[row]);
	}

	function show() {
		const fitting = filter(), n = fitting.length, pages = Math.max(1, Math.ceil(n / SHOWN));
		at = Math.min(Math.max(1, parseInt(given("page"), 10) || 1), pages);
		facets.forEach(showFacet);
		showChosen();
		for (const input of inputs) input.value = given(input.name);
		reversed.hidden = given("from") <= (given("to") || "9");
		beyond.hidden = from.validity.valid && to.validity.valid;
		const low = (at - 1) * SHOWN, rows = [...fitting.slice(low, low + SHOWN)];
		const { all, some, none, page } = found.dataset;
		const said = n ? counted(JSON.parse(n === total ? all : some), { n, all: total }) : none;
		found.textContent = n > SHOWN ? words(page, { found: said, low: low + 1, high: low + rows.length }) : said;
		place.textContent = words(place.dataset.words, { page: at, pages });
		[previous.disabled, next.disabled] = [at === 1, at === pages];
		place.parentElement.hidden = pages === 1;
		showStatements(rows);
	}

	function showFacet(facet) {
		const { counts, labels, ranks, items, list } = facet;
		const picked = asked.getAll(facet.name), sought = folded(facet.find.value.trim());
		const values = [...counts.keys()].filter((value) => counts[value] && (!sought || folded(labels[value]).includes(sought)));
		const lack = facet.values.get(facet.box.dataset.lack); // comes last
		values.sort((a, b) => (a === lack) - (b === lack) || counts[b] - counts[a] || ranks[a] - ranks[b]);
		const shown = new Set([...values.slice(0, facet.limit), ...picked.map((label) => facet.values.get(label))]);
		shown.delete(undefined);
		const now = Array.from(shown, (value) => {
			if (!items.has(value)) items.set(value, item(labels[value]));
			const made = items.get(value), [box, , count] = made.firstChild.children;
			box.checked = picked.includes(labels[value]);
			count.textContent = number(counts[value]);
			return made;
		});
		facet.more.hidden = values.length <= facet.limit;
		if (now.length === list.children.length && now.every((one, at) => one === list.children[at])) return;
		const focused = document.activeElement;
		list.replaceChildren(...now);
		if (focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
	}

	function make(tag, attributes, ...inside) {
		const element = Object.assign(document.createElement(tag), attributes);
		element.append(...inside);
		return element;
	}

	function item(label) {
		const box = make("input", { type: "checkbox", value: label });
		return make("li", {}, make("label", {}, box, make("bdi", {}, label), make("span", { className: "count" })));
	}

	function showChosen() {
		const chips = facets.flatMap(({ name, title }) =>
			[...new Set(asked.getAll(name))].map((label) => [name, `${title}: `, label]));
		for (const name of ["from", "to"]) if (given(name)) chips.push([name, `${chosen.dataset[name]} `, given(name)]);
		chosen.replaceChildren(...chips.map(([name, title, label]) => {
			const taken = make("span", { className: "unseen" }, ` ${chosen.dataset.remove}`);
			const button = make("button", { type: "button" }, title, make("bdi", {}, label), taken);
			button.addEventListener("click", () => {
				const at = [...chosen.children].indexOf(button.parentElement);
				asked.delete(name, label);
				go();
				(chosen.children[Math.min(at, chosen.children.length - 1)]?.firstChild ?? hits).focus();
			});
			return make("li", {}, button);
		}));
		const n = chips.length;
		chosen.hidden = clear.hidden = active.hidden = !n;
		active.textContent = counted(JSON.parse(active.dataset.words), { n });
	}

	// The statements themselves, as every page of the site shows them.

	const loading = {};
	let latest = 0;

	function load(name) {
		const path = `browse/sheets/${name}.js`;
		return (loading[path] ??= new Promise((resolve, reject) => {
			const script = make("script", { src: page.dataset.root + path });
			script.addEventListener("load", () => resolve(window.browse[path]));
			script.addEventListener("error", () => reject(delete loading[path]));
			document.head.append(script);
		}));
	}

	async function showStatements(rows) {
		const mine = ++latest;
		list.setAttribute("aria-busy", "true");
		let made;
		try {
			made = await Promise.all(rows.map(async (row) => {
				const sheet = starts.findLastIndex((start) => start <= row);
				return make("template", { innerHTML: (await load(sheets[sheet]))[row - starts[sheet]] }).content;
			}));
		} catch {
			made = [make("p", {}, page.dataset.missing)];
		}
		if (mine !== latest) return;
		list.replaceChildren(...made);
		list.setAttribute("aria-busy", "false");
	}

	// What a reader does.

	for (const input of inputs) input.addEventListener("change", () => (set(input.name, input.value), go()));
	swap.addEventListener("click", () => {
		[from.value, to.value] = [to.value, from.value];
		for (const input of [from, to]) set(input.name, input.value);
		go();
		hits.focus();
	});
	clear.addEventListener("click", () => {
		for (const name of [...asked.keys()]) if (name !== "sort") asked.delete(name);
		go();
		hits.focus();
	});
	for (const [button, step] of [[previous, -1], [next, 1]])
		button.addEventListener("click", () => {
			go(at + step);
			hits.focus({ preventScroll: true });
			hits.scrollIntoView();
		});
	addEventListener("popstate", () => {
		if (location.hash && !location.hash.includes("=")) return; // a link to a part of this page
		read();
	});

	fold.open = matchMedia("(min-width: 54rem)").matches; // else hits are below
	page.hidden = false;
	read();
})();
