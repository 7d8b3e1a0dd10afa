using System.ComponentModel;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>How a list is read page by page. For generated code.</summary>
/// <typeparam name="TBody">A page.</typeparam>
/// <typeparam name="TItem">An item of the list.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPages<TBody, TItem>
{
    /// <summary>Describes the pages.</summary>
    /// <param name="first">The request for the first page.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="next">The request for the page after a page; null after the last.</param>
    public ApiPages(ApiRequest first, Func<TBody, IReadOnlyList<TItem>> items, Func<TBody, ApiPagePosition, ApiRequest?> next)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(next);
        First = first;
        Items = items;
        Next = next;
    }

    /// <summary>Describes pages of which each is asked for with a value of the last item before it.</summary>
    /// <param name="first">The request for the first page.</param>
    /// <param name="items">The items of a page.</param>
    /// <param name="next">The request for the page after a page; null after the last.</param>
    /// <param name="key">The value of an item. An item that the next page repeats at its start has the same.</param>
    public ApiPages(ApiRequest first, Func<TBody, IReadOnlyList<TItem>> items, Func<TBody, ApiPagePosition, ApiRequest?> next, Func<TItem, object?> key)
        : this(first, items, next)
    {
        ArgumentNullException.ThrowIfNull(key);
        Key = key;
    }

    internal ApiRequest First { get; }

    internal Func<TBody, IReadOnlyList<TItem>> Items { get; }

    internal Func<TBody, ApiPagePosition, ApiRequest?> Next { get; }

    internal Func<TItem, object?>? Key { get; }

    /// <summary>The value of the last item of a page; null if there is none, or if pages are not selected by values.</summary>
    internal object? LastKey(IReadOnlyList<TItem> items) => Key is null || items.Count == 0 ? null : Key(items[items.Count - 1]);

    /// <summary>Whether a page starts with the last item of the previous page. This happens if a request names the first item of a page.</summary>
    internal bool StartsAgain(IReadOnlyList<TItem> items, object? lastKey)
        => Key is not null && lastKey is not null && items.Count > 0 && lastKey.Equals(Key(items[0]));
}

/// <summary>How far a list has been read. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiPagePosition
{
    private readonly ApiRequest _first;
    private int _count;

    internal ApiPagePosition(ApiRequest first) => _first = first;

    /// <summary>The items on all pages so far.</summary>
    public long Items { get; private set; }

    /// <summary>The pages so far.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether no page can follow.</summary>
    /// <param name="total">How many items the list has, as the page says; null: it does not.</param>
    /// <param name="more">Whether the page says that others follow; null: it does not.</param>
    /// <param name="skipped">The number of items before the first requested page.</param>
    public bool IsLast(long? total, bool? more, long skipped) => _count == 0 || more == false || skipped + Items >= total;

    /// <summary>
    /// The request for the page that a link points to, or null without a link. Sending it throws when the link does not point to the operation.
    /// </summary>
    /// <param name="href">The link.</param>
    /// <param name="member">The member that holds it.</param>
    public ApiRequest? Follow(string? href, string member)
        => string.IsNullOrEmpty(href) ? null : _first.Copy(href![0] == '?' ? new ApiHref(href, member, _first.PathText) : new ApiHref(href, member));

    /// <summary>The request for the page that a header links to with the relation <c>next</c> (RFC 8288); null when it does not.</summary>
    /// <param name="header">The header.</param>
    public ApiRequest? FollowHeader(string header) => Headers is null ? null : Follow(LinkHeader.FindNext(Headers.GetValues(header)), header);

    /// <summary>The value of the last item so far, which asks for the items after it; null: the page has no items.</summary>
    public object? LastKey { get; internal set; }

    /// <summary>The headers of the page.</summary>
    internal ApiResponseHeaders? Headers { get; set; }

    internal void Count(int items)
    {
        _count = items;
        Items += items;
        Pages++;
    }
}
