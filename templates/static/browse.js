/* The filters of browse/index.html. `window.browse` holds what the page's data files put there: columns by
	 the year, read once, and sheets of whole statements, loaded when one of theirs is shown. What is chosen
	 stands in the address after "#", so that it can be linked, and the back button undoes it. */
"use strict";
(() => {
	const SHOWN = 20, FEW = 10, MORE = 50, NO_DAY = -(2 ** 31), DAY = 864e5;
	const page = document.getElementById("browse");
	const [found, chosen, list, place, clear, previous, next, hits] =
		"found chosen list place clear previous next hits".split(" ").map((id) => document.getElementById(id));
	const [from, to] = ["from", "to"].map((name) => page.querySelector(`[name=${name}]`));
	const order = page.querySelector("[name=sort]");
	const lang = document.documentElement.lang || "en";
	const number = (value) => value.toLocaleString(`${lang}-u-nu-latn`);
	const rules = new Intl.PluralRules(lang);
	const words = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => number(values[name]));
	const counted = (forms, values) => words(forms[rules.select(values.n)] ?? forms.other, values);
	const collator = new Intl.Collator(lang, { numeric: true });
	const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
	const dayOf = (iso) => (iso ? Math.round(Date.parse(iso) / DAY) : NO_DAY);
	const isoOf = (day) => (Math.abs(day) < 1e8 ? new Date(day * DAY).toISOString().slice(0, 10) : "");

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
	const days = new Int32Array(total);
	let filled = 0;
	for (const year of years)
		for (const [iso, size] of year.days) days.fill(dayOf(iso), filled, (filled += size));

	const facets = [...page.querySelectorAll("details[data-name]")].map(readFacet).filter((facet) => facet.labels.length);

	function readFacet(box) {
		const name = box.dataset.name, labels = [], sets = [], values = new Map(), known = new Map();
		const codes = new Uint32Array(total);
		let at = 0;
		for (const year of years) {
			const column = year.columns[name];
			const local = column.values.map((set) => {
				const key = JSON.stringify(set);
				if (!known.has(key)) {
					known.set(key, sets.length);
					sets.push(set.map((label) => {
						if (!values.has(label)) values.set(label, labels.push(label) - 1);
						return values.get(label);
					}));
				}
				return known.get(key);
			});
			for (const code of column.rows) codes[at++] = local[code];
		}
		const ranks = new Uint32Array(labels.length);
		labels.map((_, value) => value).sort((a, b) => collator.compare(labels[a], labels[b])).forEach((value, rank) => (ranks[value] = rank));
		const facet = { name, box, labels, sets, values, codes, ranks, limit: FEW, items: new Map(), counts: [] };
		box.hidden = !labels.length;
		facet.title = box.querySelector("summary").textContent;
		facet.list = box.querySelector("ul");
		facet.find = box.querySelector(".find input");
		facet.more = box.querySelector(".more");
		facet.find.parentElement.hidden = labels.length <= FEW;
		facet.find.addEventListener("input", () => showFacet(facet));
		facet.more.addEventListener("click", () => {
			const first = facet.list.children.length;
			facet.limit += MORE;
			showFacet(facet);
			facet.list.children[first]?.querySelector("input").focus();
		});
		facet.list.addEventListener("change", ({ target }) => {
			state.chosen[name] = new Set(state.chosen[name]);
			state.chosen[name][target.checked ? "add" : "delete"](target.value);
			go({ page: 1 });
		});
		return facet;
	}

	// The orders: each is made when it is first asked for.

	const orders = {};
	const ordered = (name) => (orders[name] ??= ORDERS[name]());
	const ORDERS = {
		oldest: () => Uint32Array.from(days.keys()),
		newest: () => Uint32Array.from(days.keys()).sort((a, b) => days[b] - days[a] || a - b),
		speaker: () => byName("speaker"),
		outlet: () => byName("outlet"),
	};

	function byName(name) {
		const facet = facets.find((one) => one.name === name);
		if (!facet) return ordered("newest");
		const rankOf = (row) => facet.ranks[facet.sets[facet.codes[row]][0]] ?? facet.labels.length;
		return ordered("newest").slice().sort((a, b) => rankOf(a) - rankOf(b));
	}

	// What is chosen, and the address that says so.

	let state;

	function read() {
		const given = new URLSearchParams(location.hash.slice(1)), picked = {};
		for (const { name } of facets) picked[name] = new Set(given.getAll(name));
		const day = (name) => (isoOf(dayOf(given.get(name))) === given.get(name) ? given.get(name) : "");
		const sort = given.get("sort") in ORDERS ? given.get("sort") : "newest";
		return { chosen: picked, from: day("from"), to: day("to"), sort, page: Math.max(1, parseInt(given.get("page"), 10) || 1) };
	}

	function go(change) {
		Object.assign(state, change);
		const said = new URLSearchParams();
		for (const { name } of facets) for (const label of state.chosen[name]) said.append(name, label);
		for (const name of ["from", "to"]) if (state[name]) said.set(name, state[name]);
		if (state.sort !== "newest") said.set("sort", state.sort);
		if (state.page > 1) said.set("page", state.page);
		const hash = `#${said}`;
		if (hash !== (location.hash || "#")) history.pushState(null, "", hash);
		show();
	}

	// Which statements have all that is chosen; and for every filter, how many would by its values if it were not set.

	function filter() {
		const first = state.from ? dayOf(state.from) : NO_DAY, last = state.to ? dayOf(state.to) : 2 ** 31;
		const dated = Boolean(state.from || state.to);
		const active = facets.flatMap(({ name, sets, values, codes }, at) => {
			const wanted = new Set([...state.chosen[name]].map((label) => values.get(label)));
			return wanted.size ? { codes, at, fits: Uint8Array.from(sets, (set) => set.some((value) => wanted.has(value))) } : [];
		});
		const counts = facets.map(({ sets }) => new Uint32Array(sets.length));
		const marked = new Uint8Array(total);
		let hitCount = 0;
		for (let row = 0; row < total; row++) {
			if (dated && (days[row] === NO_DAY || days[row] < first || days[row] > last)) continue;
			let misses = 0, missed = 0;
			for (const { codes, fits, at } of active)
				if (!fits[codes[row]]) {
					missed = at;
					if (++misses > 1) break;
				}
			if (misses === 0) {
				marked[row] = 1;
				hitCount++;
				for (let at = 0; at < facets.length; at++) counts[at][facets[at].codes[row]]++;
			} else if (misses === 1) counts[missed][facets[missed].codes[row]]++;
		}
		facets.forEach((facet, at) => {
			facet.counts = new Uint32Array(facet.labels.length);
			facet.sets.forEach((set, code) => set.forEach((value) => (facet.counts[value] += counts[at][code])));
		});
		return { marked, hitCount };
	}

	function show() {
		const { marked, hitCount } = filter();
		const pages = Math.max(1, Math.ceil(hitCount / SHOWN));
		state.page = Math.min(state.page, pages);
		facets.forEach(showFacet);
		showChosen();
		[from.value, to.value, order.value] = [state.from, state.to, state.sort];
		const low = (state.page - 1) * SHOWN, rows = [];
		let seen = 0;
		for (const row of ordered(state.sort)) {
			if (!marked[row]) continue;
			if (seen++ >= low) rows.push(row);
			if (rows.length === SHOWN) break;
		}
		const { all, some, none, page } = found.dataset;
		const said = hitCount ? counted(JSON.parse(hitCount === total ? all : some), { n: hitCount, all: total }) : none;
		found.textContent = hitCount > SHOWN ? words(page, { found: said, low: low + 1, high: low + rows.length }) : said;
		place.textContent = words(place.dataset.words, { page: state.page, pages });
		[previous.disabled, next.disabled] = [state.page === 1, state.page === pages];
		place.parentElement.hidden = pages === 1;
		showStatements(rows);
	}

	function showFacet(facet) {
		const { counts, labels, ranks, items, list } = facet;
		const picked = state.chosen[facet.name], sought = folded(facet.find.value.trim());
		let values = [...counts.keys()].filter((value) => counts[value] && (!sought || folded(labels[value]).includes(sought)));
		values.sort((a, b) => counts[b] - counts[a] || ranks[a] - ranks[b]);
		const left = values.length - facet.limit;
		values = values.slice(0, facet.limit);
		for (const label of picked) {
			const value = facet.values.get(label);
			if (value !== undefined && !values.includes(value)) values.push(value);
		}
		const now = values.map((value) => {
			if (!items.has(value)) items.set(value, item(labels[value]));
			const made = items.get(value), [box, , count] = made.firstChild.children;
			box.checked = picked.has(labels[value]);
			count.textContent = number(counts[value]);
			return made;
		});
		facet.more.hidden = left <= 0;
		if (now.length === list.children.length && now.every((one, at) => one === list.children[at])) return;
		const focused = document.activeElement;
		list.replaceChildren(...now);
		if (focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
	}

	function make(tag, text = "", attributes = {}) {
		const element = Object.assign(document.createElement(tag), attributes);
		element.textContent = text;
		return element;
	}

	function item(label) {
		const row = make("li"), line = make("label");
		line.append(make("input", "", { type: "checkbox", value: label }), make("bdi", label), make("span", "", { className: "count" }));
		row.append(line);
		return row;
	}

	function showChosen() {
		const chips = facets.flatMap(({ name, title }) =>
			[...state.chosen[name]].map((label) => [`${title}: `, label, () => {
				state.chosen[name] = new Set([...state.chosen[name]].filter((other) => other !== label));
			}]));
		for (const name of ["from", "to"])
			if (state[name]) chips.push([`${chosen.dataset[name]} `, state[name], () => (state[name] = "")]);
		chosen.replaceChildren(...chips.map(([title, label, take]) => {
			const button = make("button", title, { type: "button" });
			button.append(make("bdi", label), make("span", ` ${chosen.dataset.remove}`, { className: "unseen" }));
			button.addEventListener("click", () => {
				const at = [...chosen.children].indexOf(button.parentElement);
				take();
				go({ page: 1 });
				(chosen.children[Math.min(at, chosen.children.length - 1)]?.firstChild ?? hits).focus();
			});
			const row = make("li");
			row.append(button);
			return row;
		}));
		chosen.hidden = clear.hidden = !chips.length;
	}

	// The statements themselves, as every page of the site shows them.

	const loading = new Map();
	let latest = 0;

	function load(name) {
		const path = `browse/sheets/${name}.js`;
		if (!loading.has(path))
			loading.set(path, new Promise((resolve, reject) => {
				const script = make("script", "", { src: page.dataset.root + path });
				script.addEventListener("load", () => resolve(window.browse[path]));
				script.addEventListener("error", () => (loading.delete(path), reject(new Error(path))));
				document.head.append(script);
			}));
		return loading.get(path);
	}

	async function showStatements(rows) {
		const mine = ++latest;
		list.setAttribute("aria-busy", "true");
		let made;
		try {
			made = await Promise.all(rows.map(async (row) => {
				const sheet = starts.findLastIndex((start) => start <= row), holder = document.createElement("template");
				holder.innerHTML = (await load(sheets[sheet]))[row - starts[sheet]];
				return holder.content;
			}));
		} catch {
			made = [make("p", page.dataset.missing)];
		}
		if (mine !== latest) return;
		list.replaceChildren(...made);
		list.setAttribute("aria-busy", "false");
	}

	// What a reader does.

	for (const input of [from, to, order]) input.addEventListener("change", () => go({ [input.name]: input.value, page: 1 }));
	clear.addEventListener("click", () => {
		history.pushState(null, "", state.sort === "newest" ? "#" : `#sort=${state.sort}`);
		state = read();
		show();
		hits.focus();
	});
	for (const [button, step] of [[previous, -1], [next, 1]])
		button.addEventListener("click", () => {
			go({ page: state.page + step });
			hits.focus({ preventScroll: true });
			hits.scrollIntoView();
		});
	addEventListener("popstate", () => {
		if (location.hash && !location.hash.includes("=")) return; // a link to a part of this page
		state = read();
		show();
	});

	const dated = days.filter((day) => day !== NO_DAY);
	if (dated.length)
		for (const input of [from, to])
			[input.min, input.max] = [dated[0], dated[dated.length - 1]].map(isoOf);
	page.querySelector(".range").hidden = !dated.length;
	if (!matchMedia("(min-width: 54rem)").matches) for (const { box } of facets) box.open = false; // hits are below then
	state = read();
	page.hidden = false;
	show();
})();
