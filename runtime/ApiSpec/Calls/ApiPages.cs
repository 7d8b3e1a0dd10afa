using System.ComponentModel;
using System.Globalization;
using ApiSpec.Json;
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
    private int _largest;
    private long? _askedItems;

    internal ApiPagePosition(ApiRequest first) => _first = first;

    /// <summary>The items on all pages so far.</summary>
    public long Items { get; private set; }

    /// <summary>The pages so far.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether this page is the last one, if requests select pages by their items.</summary>
    /// <param name="total">The number of items in the whole list, as stated by the page; null: it does not say.</param>
    /// <param name="more">Whether the page says that others follow; null: it does not say.</param>
    /// <param name="skipped">The number of items before the first requested page; null: unknown.</param>
    public bool IsLast(long? total, bool? more, long? skipped)
        => more == false || _count == 0
            || (more is null && (Items >= total || (skipped > long.MaxValue - Items ? total is not null : skipped + Items >= total)));

    /// <summary>Whether this page is the last one, if requests select pages by their numbers.</summary>
    /// <param name="total">The number of items in the whole list, as stated by the page; null: it does not say.</param>
    /// <param name="more">Whether the page says that others follow; null: it does not say.</param>
    /// <param name="skippedPages">The number of pages before the first requested page; null: unknown.</param>
    public bool IsLastPage(long? total, bool? more, long? skippedPages)
    {
        if (more == false)
            return true;
        var isComplete = total is { } whole && IsComplete(whole, skippedPages);
        return _count == 0 ? more is null || isComplete : more is null && isComplete;
    }

    // No page is larger than the page size, which the server can limit. So the skipped pages have at least as many items as the largest page so far.
    private bool IsComplete(long total, long? skippedPages)
    {
        if (total <= Items)
            return true;
        return skippedPages > 0 && _largest > 0 && (total - Items - 1) / _largest < skippedPages;
    }

    /// <summary>The number of the first page or item that a request names.</summary>
    /// <param name="value">The value in the request; null: it is not set.</param>
    /// <param name="first">The number of the first page or item of the list.</param>
    /// <param name="name">The name of the value in the reference.</param>
    /// <exception cref="ArgumentException">The value is not a whole number of 64 bits, so nothing says which number follows it.</exception>
    public static long Start(INumberValue? value, long first, string name)
        => value?.Text is not { } text ? first
            : NumberText.Int64(text) ?? throw new ArgumentException(
                "The page after " + name + "=" + text + " is unknown, because only a whole number of 64 bits says which page follows. Set " + name
                + " to such a number, or read one page.");

    /// <summary>
    /// The number of pages or items before the first page or item that a request names; null: it is unknown, because the value is no whole number of 64 bits.
    /// </summary>
    /// <param name="value">The value in the request; null: it is not set.</param>
    /// <param name="first">The number of the first page or item of the list.</param>
    public static long? Skipped(INumberValue? value, long first) => value?.Text is not { } text ? 0 : NumberText.Int64(text) - first;

    /// <summary>
    /// The request for the page that a link points to, or null without a link. Sending it throws when the link does not point to the operation.
    /// </summary>
    /// <param name="href">The link.</param>
    /// <param name="member">The member that holds it.</param>
    public ApiRequest? Follow(string? href, string member)
        => string.IsNullOrEmpty(href) ? null : _first.Copy(href![0] == '?' ? new ApiHref(href, member, _first.PathText) : new ApiHref(href, member));

    /// <summary>The request for the page that a header links to with the relation <c>next</c> (RFC 8288); null when it does not.</summary>
    /// <param name="header">The header.</param>
    /// <remarks>Another header than Link can also have the URL alone.</remarks>
    public ApiRequest? FollowHeader(string header)
        => Headers is null ? null
            : Follow(
                !"Link".Equals(header, StringComparison.OrdinalIgnoreCase) && HeaderText(header) is { } url && url[0] != '<'
                    ? url
                    : LinkHeader.FindNext(Headers.GetValues(header)),
                header);

    /// <summary>The value of a header of the page; null: it is missing or empty.</summary>
    /// <param name="header">The header.</param>
    public string? HeaderText(string header) => Headers?.GetValues(header) is [{ } value, ..] && value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The number in a header of the page; null: it is missing or empty.</summary>
    /// <param name="header">The header.</param>
    /// <exception cref="ApiContractException">It is not a whole number of 64 bits.</exception>
    public long? HeaderNumber(string header)
        => HeaderText(header) is not { } text ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : throw Unreadable(header, "a whole number");

    /// <summary>The number in a header of the page; null: it is missing or empty.</summary>
    /// <param name="header">The header.</param>
    /// <exception cref="ApiContractException">It is not a whole number of 32 bits.</exception>
    public int? HeaderInt32(string header)
        => HeaderNumber(header) is not { } number ? null
            : number is >= int.MinValue and <= int.MaxValue ? (int)number
            : throw Unreadable(header, "a whole number of 32 bits");

    /// <summary>The Boolean in a header of the page; null: it is missing or empty.</summary>
    /// <param name="header">The header.</param>
    /// <exception cref="ApiContractException">It is not a Boolean.</exception>
    public bool? HeaderBoolean(string header) => HeaderBoolean(header, "true", "false");

    /// <summary>The Boolean in a header of the page; null: it is missing or empty.</summary>
    /// <param name="header">The header.</param>
    /// <param name="yes">The word for true.</param>
    /// <param name="no">The word for false.</param>
    /// <exception cref="ApiContractException">It is not one of the words, and not <c>true</c> or <c>false</c>.</exception>
    public bool? HeaderBoolean(string header, string yes, string no)
        => HeaderText(header) is not { } text ? null
            : BooleanText.TryParse(text, yes, no, out var value) ? value
            : throw Unreadable(header, "'" + yes + "' or '" + no + "'");

    /// <summary>Whether a member of the last item of the page is true. A missing member counts as false; null: the page has no items.</summary>
    /// <typeparam name="TItem">An item of the list.</typeparam>
    /// <param name="items">The items of the page; null: there are no items.</param>
    /// <param name="read">Reads the member.</param>
    public static bool? OfLastItem<TItem>(IReadOnlyList<TItem>? items, Func<TItem, bool?> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return items is { Count: > 0 } ? read(items[items.Count - 1]) == true : null;
    }

    /// <summary>The range after the one that a header of the page names (RFC 9110, section 14.4); null: there are no items after it.</summary>
    /// <param name="header">The header.</param>
    /// <exception cref="ApiContractException">The header has another value than a range.</exception>
    public string? NextRange(string header)
    {
        var text = HeaderText(header);
        var next = text is null || ItemRange.IsUnsatisfied(text) ? null : (ItemRange.Parse(text) ?? throw Unreadable(header, "a range")).Next(_askedItems);
        _askedItems = next?.Count;
        return next?.ToString();
    }

    /// <summary>Whether the next request names a range of items, which can be after the last one.</summary>
    internal bool AsksForRange => _askedItems is not null;

    /// <summary>The value of the last item so far, which asks for the items after it; null: the page has no items.</summary>
    public object? LastKey { get; internal set; }

    /// <summary>The headers of the page.</summary>
    internal ApiResponseHeaders? Headers { get; set; }

    /// <summary>The status code of the page.</summary>
    internal int StatusCode { get; set; }

    internal void Count(int items)
    {
        _count = items;
        _largest = Math.Max(_largest, items);
        Items += items;
        Pages++;
    }

    // Without the value, which can be a secret token. The list must not end here, because the program would take it for complete.
    private ApiContractException Unreadable(string header, string expected)
        => new(_first.Operation, StatusCode, "the header '" + header + "', on which the next page depends, is not " + expected);
}
