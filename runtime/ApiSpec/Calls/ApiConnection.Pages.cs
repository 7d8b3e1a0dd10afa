using System.Globalization;
using System.Runtime.CompilerServices;
using ApiSpec.Json;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

public sealed partial class ApiConnection
{
    // Filters can cause many empty pages before the next item. Some servers send empty pages without end.
    private const int MaxEmptyPages = 1000;

    // RFC 9110, section 15.5.17.
    private const int RangeNotSatisfiable = 416;

    /// <summary>
    /// Calls an operation for page after page. A request is sent when its page is asked for; enumerating again starts again. Pages are read whole, so that
    /// <see cref="ApiClientOptions.MaxResponseBytes"/> limits each.
    /// </summary>
    /// <param name="call">The call, whose success is a page.</param>
    /// <param name="pages">What leads from one page to the next.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <exception cref="ApiCallException">
    /// Thrown by the enumeration: a call did not succeed, the server gave a page again, or a thousand empty pages in a row.
    /// </exception>
    public IAsyncEnumerable<TBody> EnumeratePagesAsync<TBody, TItem, TResponse>(
        ApiBodyCall<TBody, TResponse> call, ApiPages<TBody, TItem> pages, CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(pages);
        return ReadPagesAsync(call, pages, cancellationToken);
    }

    /// <summary>Calls an operation for page after page and gives their items.</summary>
    /// <inheritdoc cref="EnumeratePagesAsync{TBody, TItem, TResponse}" path="/param | /exception"/>
    public IAsyncEnumerable<TItem> EnumerateItemsAsync<TBody, TItem, TResponse>(
        ApiBodyCall<TBody, TResponse> call, ApiPages<TBody, TItem> pages, CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(pages);
        return ReadItemsAsync(call, pages, cancellationToken);
    }

    private async IAsyncEnumerable<TItem> ReadItemsAsync<TBody, TItem, TResponse>(
        ApiBodyCall<TBody, TResponse> call, ApiPages<TBody, TItem> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        object? lastKey = null;
        await foreach (var page in ReadPagesAsync(call, pages, cancellationToken).ConfigureAwait(false))
        {
            var items = pages.Items(page);
            var skipsFirst = pages.StartsAgain(items, lastKey);
            lastKey = pages.LastKey(items);
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!skipsFirst)
                    yield return item;
                skipsFirst = false;
            }
        }
    }

    private async IAsyncEnumerable<TBody> ReadPagesAsync<TBody, TItem, TResponse>(
        ApiBodyCall<TBody, TResponse> call, ApiPages<TBody, TItem> pages, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TResponse : ApiResponse
    {
        var position = new ApiPagePosition(pages.First);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<TItem> first = [];
        IReadOnlyList<TItem> before = [];
        var emptyPages = 0;
        for (ApiRequest? request = pages.First.Copy(); request is not null;)
        {
            asked.Add(request.Identify(_baseAddress));
            var response = await SendWithResponseAsync(call, request, cancellationToken).ConfigureAwait(false);
            // A list of unknown length ends where the server has no such range.
            if (position.AsksForRange && response.StatusCode == RangeNotSatisfiable)
                yield break;
            if (call.EnsureSuccess(response) is not { } page)
            {
                if (!response.HasNoItems())
                    throw response.CreateException();
                yield break;
            }

            var items = pages.Items(page);
            var repeated = pages.StartsAgain(items, position.LastKey) ? 1 : 0;
            if (repeated > 0 && items.Count == repeated)
                yield break;
            if (items.Count > 0 && items.SequenceEqual(before, ElementComparer<TItem>.Default))
                throw Violation(response, position.Pages + 1, request, "has the same items as the page before it");
            // Some servers return the first page again after the end of the list.
            if (items.Count > 1 && items.SequenceEqual(first, ElementComparer<TItem>.Default))
                throw Violation(response, position.Pages + 1, request, "has the same items as page 1");
            position.Count(items.Count - repeated);
            position.Headers = response.Headers;
            position.StatusCode = response.StatusCode;
            position.LastKey = pages.LastKey(items);
            yield return page;
            before = items;
            if (first.Count == 0)
                first = items;
            emptyPages = items.Count == 0 ? emptyPages + 1 : 0;
            var sent = request;
            try
            {
                request = pages.Next(page, position);
            }
            catch (OverflowException exception)
            {
                // The list must not end here, because the program would take it for complete.
                throw Violation(response, position.Pages, sent, "leads to a page whose number or offset is too large for the parameter", exception);
            }

            if (request is not null && emptyPages == MaxEmptyPages)
                throw Violation(
                    response, position.Pages, sent,
                    "is the last of " + MaxEmptyPages.ToString(CultureInfo.InvariantCulture) + " pages in a row that had no items, and leads to another");
            if (request is not null && asked.Contains(request.Identify(_baseAddress)))
                throw Violation(response, position.Pages, sent, "leads to a page that the server has sent before");
        }
    }

    // With such a server, the list would never end, or would lack items.
    private static ApiContractException Violation(ApiResponse response, int page, ApiRequest request, string violation, Exception? innerException = null)
        => new(
            response.Operation,
            response.StatusCode,
            "page " + page.ToString(CultureInfo.InvariantCulture) + " (" + request.Method + " " + ShownAddress.Of(request)?.AbsoluteUri + ") " + violation,
            null,
            null,
            innerException);
}
