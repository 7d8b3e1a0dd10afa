using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>How an operation gives a list page by page.</summary>
internal sealed record PagedList
{
    public required PagingStyle Style { get; init; }

    /// <summary>The type of the items.</summary>
    public required CodeType Item { get; init; }

    /// <summary>The expression of a page's items, behind the page's name: empty when the page itself is the list.</summary>
    public required string Items { get; init; }

    /// <summary>The parameter that says which page; null: links lead from one to the next.</summary>
    public OperationParameter? Parameter { get; init; }

    /// <summary>The parameter is a property of the query record.</summary>
    public bool InQuery { get; init; }

    /// <summary>How pages follow where a call sets another parameter itself; null: there is no other.</summary>
    public PagedList? Other { get; init; }

    /// <summary>
    /// The properties of the query record that say which page a request is for, but for <see cref="Parameter"/>: requests for the pages that follow leave them
    /// out.
    /// </summary>
    public EquatableArray<string> Cleared { get; init; } = [];

    /// <summary>Where the list begins, as the reference counts.</summary>
    public long Start { get; init; }

    /// <summary>The expression of the next page's address or token, behind the page's name; for a keyset, behind the name of an item.</summary>
    public string? Next { get; init; }

    /// <summary>The name of <see cref="Next"/> on the wire.</summary>
    public string? NextName { get; init; }

    /// <summary>The expression of the number of items on all pages, behind the page's name.</summary>
    public string? Total { get; init; }

    /// <summary>The expression that tells whether there are more pages, behind the page's name.</summary>
    public string? More { get; init; }
}

internal enum PagingStyle
{
    /// <summary>A page holds the address of the next.</summary>
    Link,

    /// <summary>A header of the response holds the address of the next.</summary>
    LinkHeader,

    /// <summary>A page holds the token that asks for the next.</summary>
    Cursor,

    /// <summary>The last item of a page holds the value that asks for the next.</summary>
    Keyset,

    /// <summary>A request says how many items to pass over.</summary>
    Offset,

    /// <summary>A request gives the number of a page.</summary>
    Page,
}
