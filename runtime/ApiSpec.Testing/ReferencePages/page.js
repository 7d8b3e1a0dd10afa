'use strict';

// All strings from specs and responses are set as text, never as markup.
const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
};
const find = id => document.getElementById(id);
const articles = [...document.querySelectorAll('main > article')];
const links = [...document.querySelectorAll('nav a')];
const linkOf = new Map(links.map(link => [link.hash.slice(1), link]));
const title = document.title;
const search = find('search');
const dataOf = article => article.data ??= withLogin(JSON.parse(article.dataset.operation));

// A client has a credential. A user of this page needs a field for it.
const withLogin = data => {
    if (!data.parameters.some(parameter => parameter.place === 'header' && parameter.name.toLowerCase() === 'authorization'))
        data.parameters.push({ place: 'header', name: 'Authorization', type: 'Basic ..., if the server asks for a login', kind: 'text', isRequired: false, isOfCredential: true, isSecret: true });
    return data;
};

// ---- Shows one operation. The hash has its name and the values of its request: #Tasks.Get?path.id=5&response=404

const parseHash = () => {
    const [id, values] = location.hash.slice(1).split('?', 2);
    try {
        return [decodeURIComponent(id), new URLSearchParams(values ?? '')];
    } catch {
        return ['', new URLSearchParams()];
    }
};

const show = moveFocus => {
    const [id, values] = parseHash();
    const shown = articles.find(article => article.id === id);
    for (const article of articles)
        article.hidden = article !== shown;
    find('start').hidden = shown !== undefined;
    for (const link of links)
        link.removeAttribute('aria-current');
    document.body.classList.toggle('menu', shown === undefined);
    find('menu').setAttribute('aria-expanded', String(shown === undefined));
    if (!shown) {
        document.title = title;
        return;
    }
    const link = linkOf.get(encodeURI(id)) ?? linkOf.get(id);
    link?.setAttribute('aria-current', 'page');
    link?.scrollIntoView({ block: 'center' });
    const heading = shown.querySelector('h2');
    document.title = `${heading.textContent} - ${title}`;
    shown.request ??= buildForm(shown);
    fill(shown, values);
    document.querySelector('main').scrollTop = 0;
    scrollTo(0, 0);
    if (moveFocus)
        heading.focus({ preventScroll: true });
};

// ---- The list

const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word.length > 0);
    let count = 0;
    for (const link of links) {
        link.words ??= link.textContent.toLowerCase();
        const isFound = words.every(word => link.words.includes(word));
        link.parentElement.hidden = !isFound;
        count += isFound ? 1 : 0;
    }
    for (const section of document.querySelectorAll('nav section'))
        section.hidden = !section.querySelector('li:not([hidden])');
    find('found').textContent = words.length === 0 ? '' : count === 1 ? '1 operation' : `${count} operations`;
};
search.addEventListener('input', filter);

const visible = () => links.filter(link => !link.parentElement.hidden);
addEventListener('keydown', event => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        document.body.classList.add('menu');
        search.focus();
    } else if (event.target.closest('nav')) {
        const found = visible();
        const at = found.indexOf(event.target);
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            (found[at + (event.key === 'ArrowDown' ? 1 : -1)] ?? (event.key === 'ArrowUp' ? search : event.target)).focus();
        } else if (event.key === 'Enter' && event.target === search && found.length > 0) {
            found[0].click();
        } else if (event.key === 'Escape' && search.value !== '') {
            search.value = '';
            filter();
            search.focus();
        }
    }
});
find('menu').addEventListener('click', () => {
    const isOpen = document.body.classList.toggle('menu');
    find('menu').setAttribute('aria-expanded', String(isOpen));
    if (isOpen)
        search.focus();
});

// ---- The request of an operation

const field = (article, parameter, number) => {
    const input = element('input', { name: `${parameter.place} ${parameter.name}`, autocomplete: 'off', spellcheck: false, placeholder: parameter.type });
    if (parameter.isSecret)
        input.dataset.secret = '';
    if (parameter.constant !== undefined)
        Object.assign(input, { readOnly: true, value: parameter.constant });
    const label = element('label', {}, element('span', { textContent: parameter.name + (parameter.isRequired ? ' *' : '') }), input);
    if (parameter.known) {
        const list = element('datalist', { id: `${article.id} ${number}`.replace(/\s/g, '-') }, ...parameter.known.map(value => element('option', { value })));
        input.setAttribute('list', list.id);
        label.append(list);
    }
    return label;
};

const buildForm = article => {
    const data = dataOf(article);
    const form = element('form', { noValidate: true }, element('h3', { textContent: 'Try it' }));
    for (const [place, legend] of [['path', 'Path'], ['query', 'Query'], ['header', 'Headers']]) {
        const parameters = data.parameters.filter(parameter => parameter.place === place);
        if (parameters.length > 0)
            form.append(element('fieldset', {}, element('legend', { textContent: legend }), ...parameters.map((parameter, i) => field(article, parameter, place + i))));
    }
    if (data.body) {
        const text = element('textarea', { name: 'body', spellcheck: false, ariaLabel: 'Request body' });
        form.append(element('div', { className: 'body' }, element('div', {}, element('h3', { textContent: 'Body' }), text), article.querySelector('.request-schema')));
    }
    const status = element('select', { name: 'status' }, element('option', { value: '', textContent: 'as the reference prints it' }),
        ...data.statuses.map(code => element('option', { value: String(code), textContent: String(code) })));
    form.append(element('label', {}, element('span', { textContent: 'Response' }), status));
    form.append(element('div', { className: 'actions' },
        element('button', { type: 'submit', className: 'send', textContent: 'Send' }),
        element('button', { type: 'button', className: 'curl', textContent: 'Copy as curl' }),
        element('button', { type: 'button', className: 'csharp', textContent: 'Copy as C#' })));
    const said = element('p', { className: 'said', role: 'status' });
    const answer = element('pre', { className: 'answer', hidden: true, tabIndex: 0, role: 'region', ariaLabel: 'Result' });
    form.append(said, answer);
    form.addEventListener('submit', event => {
        event.preventDefault();
        send(article);
    });
    form.querySelector('.curl').addEventListener('click', () => copy(article, curlOf(article), 'curl'));
    form.querySelector('.csharp').addEventListener('click', () => copy(article, csharpOf(article), 'C#'));
    (article.querySelector('h3') ?? article.lastElementChild).before(form);
    return form;
};

// Sets the values of the first example, then the values in the URL.
const fill = (article, values) => {
    const data = dataOf(article);
    const form = article.request;
    if (!article.isFilled) {
        article.isFilled = true;
        const [request] = data.requests;
        const [path, query] = request.target.split('?', 2);
        const pattern = data.template.split('?')[0].replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{([^{}]*)\}/g, '(.*?)');
        const names = [...data.template.matchAll(/\{([^{}]*)\}/g)].map(match => match[1]);
        const found = new RegExp(`^${pattern}$`).exec(path.replace(/^[a-z]+:\/\/[^/]*/i, '')) ?? [];
        const printed = new Map(names.map((name, i) => [`path ${name}`, found[i + 1] === undefined ? '' : decode(found[i + 1])]));
        const nameOf = new Map(data.parameters.filter(parameter => parameter.place === 'query').map(parameter => [parameter.wireName ?? parameter.name, parameter]));
        for (const [wireName, value] of new URLSearchParams(query ?? '')) {
            const parameter = nameOf.get(wireName);
            const key = `query ${parameter?.name ?? wireName}`;
            printed.set(key, parameter?.form === 'flag' ? 'true' : printed.has(key) ? `${printed.get(key)},${value}` : value);
        }
        for (const [name, value] of request.headers)
            printed.set(`header ${name.toLowerCase()}`, value);
        for (const parameter of data.parameters) {
            const key = parameter.place === 'header' ? parameter.name.toLowerCase() : parameter.name;
            const value = printed.get(`${parameter.place} ${key}`);
            if (value !== undefined && parameter.constant === undefined)
                form.elements[`${parameter.place} ${parameter.name}`].value = value;
        }
        if (form.elements.body)
            form.elements.body.value = pretty(request.body ?? '');
    }
    for (const [name, value] of values) {
        const input = name === 'response' ? form.elements.status : form.elements[name.replace('.', ' ')];
        if (input && !input.readOnly)
            input.value = value;
    }
};

const decode = text => {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
};

// JSON is processed as tokens, so that JavaScript does not round its numbers.
const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
const pretty = text => {
    try {
        JSON.parse(text);
    } catch {
        return text;
    }
    let depth = 0;
    let last = '';
    let written = '';
    const line = () => `\n${'  '.repeat(depth)}`;
    for (const [token] of text.matchAll(tokens)) {
        const isEnd = token === '}' || token === ']';
        const isStart = last === '{' || last === '[';
        depth -= isEnd ? 1 : 0;
        written += (isEnd ? !isStart : isStart) || last === ',' ? line() : last === ':' ? ' ' : '';
        written += token;
        depth += token === '{' || token === '[' ? 1 : 0;
        last = token;
    }
    return written;
};

// A number becomes a string with a control character at the start, which no other string has.
const numberMark = '\u0001';
const parse = text => JSON.parse(text.replace(tokens, token => /^-?\d/.test(token) ? `"\\u0001${token}"` : token));

// A repeated list has a pair for each item; a flag only has a name.
const pairsOf = (parameter, value) => {
    const name = encodeURIComponent(parameter.wireName ?? parameter.name);
    if (parameter.form === 'flag')
        return value === 'false' ? [] : [name];
    return (parameter.form === 'repeated' ? value.split(',') : [value]).map(item => `${name}=${encodeURIComponent(item)}`);
};

// Returns the request for the current values of the form.
const requestOf = article => {
    const data = dataOf(article);
    const form = article.request;
    const valueOf = parameter => form.elements[`${parameter.place} ${parameter.name}`].value;
    let target = data.template;
    const query = [];
    const [first] = data.requests;
    const declared = new Set(data.parameters.filter(parameter => parameter.place === 'header').map(parameter => parameter.name.toLowerCase()));
    const headers = first.headers.filter(([name]) => !declared.has(name.toLowerCase()));
    for (const parameter of data.parameters) {
        const value = valueOf(parameter);
        if (parameter.place === 'path')
            target = target.replace(`{${parameter.name}}`, () => encodeURIComponent(value));
        else if (value === '')
            continue;
        else if (parameter.place === 'query')
            query.push(...pairsOf(parameter, value));
        else
            headers.push([parameter.name, value]);
    }
    if (form.elements.status.value !== '')
        headers.push(['Prefer', `code=${form.elements.status.value}`]);
    if (query.length > 0)
        target += (target.includes('?') ? '&' : '?') + query.join('&');
    const hasBody = form.elements.body && form.elements.body.value !== '' && data.method !== 'GET' && data.method !== 'HEAD';
    return { method: data.method, target, headers, body: hasBody ? form.elements.body.value : undefined };
};

// URLs are stored and shared, so they have no secrets.
const remember = article => {
    const values = new URLSearchParams();
    for (const input of article.request.querySelectorAll('input, select')) {
        if (!input.readOnly && input.value !== '' && input.dataset.secret === undefined)
            values.set(input.name === 'status' ? 'response' : input.name.replace(' ', '.'), input.value);
    }
    history.replaceState(null, '', `#${encodeURI(article.id)}${values.size > 0 ? '?' + values : ''}`);
};

const send = async article => {
    const button = article.request.querySelector('.send');
    const answer = article.request.querySelector('.answer');
    const said = article.request.querySelector('.said');
    remember(article);
    button.disabled = true;
    said.classList.remove('error');
    try {
        const request = requestOf(article);
        const signal = AbortSignal.timeout(60_000);
        const response = await fetch(request.target, { method: request.method, headers: request.headers, body: request.body, redirect: 'manual', signal });
        if (response.type === 'opaqueredirect')
            throw new Error('the response is a redirect, which a browser does not show; use curl');
        const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
        answer.textContent = [`${response.status} ${response.statusText}`, ...lines, '', pretty(await response.text())].join('\n');
        said.textContent = `${response.status} ${response.statusText}`;
        answer.hidden = false;
    } catch (error) {
        said.textContent = `No response: ${error.message}`;
        said.classList.add('error');
        answer.hidden = true;
    }
    button.disabled = false;
};

// ---- Copies

const copy = async (article, text, what) => {
    const said = article.request.querySelector('.said');
    said.classList.remove('error');
    const answer = article.request.querySelector('.answer');
    answer.textContent = text;
    answer.hidden = false;
    try {
        await navigator.clipboard.writeText(text);
        said.textContent = `Copied as ${what}`;
    } catch {
        said.textContent = `The browser does not allow copying; the ${what} is below`;
    }
};

const shell = text => `'${text.replaceAll("'", `'\\''`)}'`;
const curlOf = article => {
    const request = requestOf(article);
    const parts = [`curl ${request.method === 'HEAD' ? '--head' : `-X ${request.method}`} ${shell(location.origin + request.target)}`, ...request.headers.map(([name, value]) => `-H ${shell(`${name}: ${value}`)}`)];
    if (request.body !== undefined)
        parts.push(`--data-raw ${shell(request.body)}`);
    return parts.join(' \\\n  ');
};

const literal = text => JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
// For a value without a literal, the code has a comment with the value.
const left = json => `default! /* ${(JSON.stringify(json) ?? '').replaceAll(/"\\u0001([^"]*)"/g, '$1').replaceAll('*/', '*\\/')} */`;
// Returns the values of a list in one string.
const itemsOf = (text, separator = ',', enclosure = '') =>
    (enclosure !== '' && text.startsWith(enclosure[0]) && text.endsWith(enclosure[1]) ? text.slice(1, -1) : text)
        .split(separator).map(part => part.trim()).filter(part => part !== '');
const scalar = ({ kind, item, separator, enclosure }, text) =>
    (kind === 'number' || kind === 'decimal') && /^-?\d+(\.\d+)?$/.test(text) ? text + (kind === 'decimal' ? 'm' : '')
        : kind === 'boolean' && /^(true|false)$/i.test(text) ? text.toLowerCase()
            : kind === 'enum' ? `new(${literal(text)})`
                : kind === 'date' ? `DateTimeOffset.Parse(${literal(text)})`
                    : kind === 'list' ? `[${itemsOf(text, separator, enclosure).map(part => scalar({ kind: item }, part)).join(', ')}]`
                        : kind === 'text' ? literal(text)
                            : left(text);

// Returns the rows of a body as a tree.
const nested = body => {
    const open = [{ rows: [] }];
    for (const row of body) {
        const inner = { ...row, rows: [] };
        open.length = row.depth + 1;
        open[row.depth].rows.push(inner);
        open.push(inner);
    }
    return open[0].rows;
};

// Writes a JSON value as C#. The row has its type.
const valueOf = (json, row) => {
    if (json === null)
        return 'null';
    if (Array.isArray(json))
        return row.rows.length === 0 && (row.kind === 'json' || json.some(part => part !== null && typeof part === 'object')) ? left(json)
            : `[${json.map(part => valueOf(part, { kind: row.item, rows: row.rows })).join(', ')}]`;
    if (typeof json === 'object') {
        const set = row.rows.filter(inner => inner.constant === undefined && Object.hasOwn(json, inner.name))
            .map(inner => `${inner.property} = ${valueOf(json[inner.name], inner)}`);
        return row.rows.length === 0 ? left(json) : set.length === 0 ? 'new()' : `new() { ${set.join(', ')} }`;
    }
    return typeof json !== 'string' ? row.kind === 'json' ? left(json) : String(json)
        : !json.startsWith(numberMark) ? scalar(row, json)
            : ['number', 'decimal'].includes(row.kind) ? scalar(row, json.slice(1)) : left(json);
};

// The fields of a form are arguments: first the required ones, then the others by name.
const formOf = (data, body) => {
    const values = new URLSearchParams(data.bodyType.startsWith('multipart/') ? '' : body);
    const wireName = field => field.wireName ?? field.name;
    const valueOfField = field => {
        const text = values.get(wireName(field));
        try {
            return field.form === 'repeated' ? `[${values.getAll(wireName(field)).map(part => scalar({ kind: field.item }, part)).join(', ')}]`
                : field.rows.length > 0 ? valueOf(parse(text), field) : scalar(field, text);
        } catch {
            return left(text);
        }
    };
    const fields = nested(data.body).filter(field => field.constant === undefined);
    return {
        args: fields.filter(field => field.isRequired).map(field => values.has(wireName(field)) ? valueOfField(field) : left(field.name)),
        named: fields.filter(field => !field.isRequired && values.has(wireName(field))).map(field => `${field.property}: ${valueOfField(field)}`),
    };
};

const bodyOf = (data, body) => {
    if (/^(multipart|application\/x-www-form)/.test(data.bodyType))
        return formOf(data, body);
    try {
        return { args: [valueOf(parse(body), { rows: nested(data.body) })], named: [] };
    } catch {
        return { args: [left(body)], named: [] };
    }
};

const csharpOf = article => {
    const data = dataOf(article);
    const form = article.request;
    const parameters = data.parameters
        .filter(parameter => parameter.constant === undefined && !parameter.isOfCredential)
        .map(parameter => ({ ...parameter, value: form.elements[`${parameter.place} ${parameter.name}`].value }));
    const args = parameters.filter(parameter => parameter.isRequired).map(parameter => scalar(parameter, parameter.value));
    const body = form.elements.body && form.elements.body.value !== '' ? bodyOf(data, form.elements.body.value) : { args: [], named: [] };
    args.push(...body.args, ...body.named);
    const optional = parameters.filter(parameter => !parameter.isRequired && parameter.value !== '');
    if (optional.length > 0)
        args.push(`${body.named.length > 0 ? 'query: ' : ''}new() { ${optional.map(parameter => `${parameter.property} = ${scalar(parameter, parameter.value)}`).join(', ')} }`);
    return `await client.${data.group}.${data.call}(${args.join(', ')});`;
};

addEventListener('hashchange', () => show(true));
show(false);
