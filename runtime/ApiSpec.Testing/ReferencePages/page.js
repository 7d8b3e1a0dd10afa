'use strict';

// Sends the request of an example and shows what came back: as text, whatever it is.
document.addEventListener('click', async event => {
    const button = event.target.closest('button[data-request]');
    if (!button)
        return;
    const answer = button.parentElement.querySelector('.answer');
    const request = JSON.parse(button.dataset.request);
    button.disabled = true;
    try {
        const hasBody = request.body !== null && request.method !== 'GET' && request.method !== 'HEAD';
        const response = await fetch(request.target, {
            method: request.method,
            headers: request.headers,
            body: hasBody ? request.body : undefined,
            redirect: 'manual',
        });
        if (response.type === 'opaqueredirect')
            throw new Error('it is answered with a redirect, which browsers keep to themselves; use curl');
        const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
        answer.textContent = [`${response.status} ${response.statusText}`, ...lines, '', await response.text()].join('\n');
    } catch (error) {
        answer.textContent = `No answer to show: ${error.message}`;
    }
    answer.hidden = false;
    button.disabled = false;
});

// A link to an operation opens it.
const openLinked = () => {
    const linked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (linked) {
        linked.open = true;
        linked.scrollIntoView();
    }
};
addEventListener('hashchange', openLinked);
openLinked();
