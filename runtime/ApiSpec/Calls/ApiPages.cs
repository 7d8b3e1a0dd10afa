using System.ComponentModel;

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
    /// <param name="next">The request for the page behind a page; null behind the last.</param>
    public ApiPages(ApiRequest first, Func<TBody, IReadOnlyList<TItem>> items, Func<TBody, ApiPagePosition, ApiRequest?> next)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(next);
        First = first;
        Items = items;
        Next = next;
    }

    internal ApiRequest First { get; }

    internal Func<TBody, IReadOnlyList<TItem>> Items { get; }

    internal Func<TBody, ApiPagePosition, ApiRequest?> Next { get; }
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
    /// <param name="skipped">How many items stand before the first page that was asked for.</param>
    public bool IsLast(long? total, bool? more, long skipped) => _count == 0 || more == false || skipped + Items >= total;

    /// <summary>The request for the page that a link leads to; null when there is no link. Sending it throws when the link does not lead to the operation.</summary>
    /// <param name="href">The link.</param>
    /// <param name="member">The member that holds it.</param>
    public ApiRequest? Follow(string? href, string member)
        => string.IsNullOrEmpty(href) ? null : _first.Copy(new ApiHref(href, member));

    internal void Count(int items)
    {
        _count = items;
        Items += items;
        Pages++;
    }
}
