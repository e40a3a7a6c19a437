/* The page search/index.html over indexes of Pagefind, searched as one. What is sought stands in the address
	 after "#" (or after "?", where a link from outside puts it). */
"use strict";
(() => {
	const STEP = 10;
	const page = document.getElementById("search");
	const [found, list, more, hit] = ["found", "list", "more", "hit"].map((id) => document.getElementById(id));
	const query = page.querySelector("[name=q]"), choices = [...page.querySelectorAll("select")], inputs = [query, ...choices];
	const { lang } = document.documentElement;
	const collator = new Intl.Collator(lang, { numeric: true });
	const root = new URL(page.dataset.root, location.href).href;
	const shards = page.dataset.shards.split(" ").map((path) => root + path);
	if (location.protocol === "file:") {
		document.getElementById("unable").hidden = false;
		page.remove();
		return;
	}

	// What only says where the words come from is not sought: a title would find every statement below it.
	const options = { ranking: { metaWeights: { shown: 0 } } };

	const make = (tag, attributes) => Object.assign(document.createElement(tag), attributes);
	let engine, waiting, latest = 0;

	function start() {
		engine ??= import(`${shards[0]}pagefind.js`).then(async (pagefind) => {
			await pagefind.options(options);
			await pagefind.init();
			for (const shard of shards.slice(1)) await pagefind.mergeIndex(shard, options);
			return pagefind;
		});
		return engine;
	}

	function ask() {
		clearTimeout(waiting);
		const said = `#${new URLSearchParams(inputs.flatMap(({ name, value }) => (value ? [[name, value]] : [])))}`;
		if (said === (location.hash || "#")) return;
		history.pushState(null, "", said);
		answer();
	}

	async function answer() {
		const mine = ++latest, given = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
		const [words, ...wanted] = inputs.map(({ name }) => (given.get(name) ?? "").trim());
		if (document.activeElement !== query) query.value = words;
		const filters = Object.fromEntries(choices.map(({ name }, at) => [name, wanted[at]]).filter(([, label]) => label));
		try {
			if (!engine) found.textContent = found.dataset.wait;
			const pagefind = await start();
			const sought = words || wanted.some(Boolean);
			const everything = await pagefind.filters();
			let { results, left } = sought ? await find(pagefind, words, filters) : { results: [], left: everything };
			// A word that is nowhere Pagefind leaves out: that there is none with all of them is said here.
			const parts = words.includes('"') ? [] : [...new Set(words.split(/\s+/))];
			let alone = parts.length > 1 ? await Promise.all(parts.map((part) => find(pagefind, part, filters))) : [];
			if (alone.some(({ results }) => !results.length)) results = [];
			if (results.length) alone = [];
			if (mine !== latest) return;
			choices.forEach((choice, at) => offer(choice, wanted[at], left[choice.name] ?? {}));
			found.textContent = !sought ? "" : alone.length ? found.dataset.apart : counted(results);
			list.replaceChildren(...alone.map(({ results }, at) => one(parts[at], results)));
			await show(results, mine);
		} catch (fault) {
			if (mine === latest) found.textContent = found.dataset.fault;
			throw fault;
		}
	}

	async function find(pagefind, words, filters) {
		const answered = await pagefind.search(words || null, { filters });
		const results = answered.results.filter(({ score }) => !words || score > 0);
		const few = words && results.length <= STEP ? await Promise.all(results.map((result) => result.data())) : [];
		// Letters of a statement's name are no word of it.
		const names = few.filter(({ locations, meta }) => !locations.length && !meta.title.startsWith(words));
		return { results: results.filter((_, at) => !names.includes(few[at])), left: answered.filters };
	}

	function counted({ length: n }) {
		const forms = JSON.parse(found.dataset.found), said = forms[new Intl.PluralRules(lang).select(n)] ?? forms.other;
		return n ? said.replace("{n}", n.toLocaleString(`${lang}-u-nu-latn`)) : found.dataset.none;
	}

	/* One of the words that no statement has together, with what has it by itself. */
	function one(word, results) {
		const said = new URLSearchParams(location.hash.slice(1)), line = make("p");
		said.set("q", word);
		const link = make("a", { href: `#${said}`, textContent: word, dir: "auto" });
		line.append(results.length ? link : word, ` · ${counted(results)}`);
		return line;
	}

	function offer(choice, value, left) {
		const labels = Object.keys(left).filter((label) => left[label] && label !== value);
		if (value) labels.push(value);
		const options = labels.sort(collator.compare).map((label) => new Option(label, label));
		choice.replaceChildren(new Option(choice.dataset.all, ""), ...options);
		choice.value = value;
	}

	async function show(results, mine) {
		const low = list.children.length;
		const shown = await Promise.all(results.slice(low, low + STEP).map((result) => result.data()));
		if (mine !== latest) return;
		list.append(...shown.map(card));
		more.hidden = list.children.length >= results.length;
		more.onclick = async () => {
			await show(results, mine);
			list.children[low + STEP]?.querySelector("a").focus();
		};
	}

	function card({ meta, content, locations }) {
		const made = hit.content.cloneNode(true), said = { ...meta, ...Object.fromEntries(JSON.parse(meta.shown)) };
		const each = (name, change) => {
			for (const part of made.querySelectorAll(`[data-${name}]`)) change(part, said[part.dataset[name]]);
		};
		said[said.form] = true;
		made.querySelector("article").className += ` ${said.manner}`;
		each("if", (part, value) => value || part.remove());
		each("meta", (part, value) => (part.textContent = value ?? ""));
		each("path", (part, value) => value && (part.href = root + value));
		each("links", (part, labels) => labels?.forEach((textContent, at) =>
			part.append(at ? page.dataset.comma : "", make("a", { href: root + said[`${part.dataset.links}-path`][at], textContent }))));
		for (const part of made.querySelectorAll("blockquote, cite, .role")) if (said.lang) part.lang = said.lang;
		mark(made.querySelector("[data-words]"), content, locations);
		return made;
	}

	/* The words as they stand, with those that were found marked: Pagefind counts them by the blanks between. */
	function mark(into, content, locations) {
		const places = new Set(locations.map((place) => place * 2));
		for (const [at, part] of content.split(/(\s+)/).entries())
			into.append(...(places.has(at) ? part.split(/(\P{P}(?:.*\P{P})?)/u).map((bit, odd) => odd % 2 ? make("mark", { textContent: bit }) : bit) : [part]));
	}

	query.addEventListener("input", () => {
		clearTimeout(waiting);
		waiting = setTimeout(ask, 250);
	});
	for (const input of inputs) input.addEventListener("change", ask); // of words: Enter
	addEventListener("popstate", () => {
		if (location.hash && !location.hash.includes("=")) return; // a link to a part of this page
		query.blur();
		answer();
	});
	page.hidden = false;
	answer();
})();
