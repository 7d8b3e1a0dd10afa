using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>How an operation returns a list page by page.</summary>
internal sealed record PagedList
{
    public required PagingStyle Style { get; init; }

    /// <summary>The type of the items.</summary>
    public required CodeType Item { get; init; }

    /// <summary>The C# expression that selects the items from a page; empty if the page itself is the list.</summary>
    public required string Items { get; init; }

    /// <summary>The value of a request that selects the page; null: links point to the next page.</summary>
    public PagingValue? Value { get; init; }

    /// <summary>How to get the next page if a call sets a different paging parameter; null: there is only one such parameter.</summary>
    public PagedList? Other { get; init; }

    /// <summary>
    /// The properties of the query record that select a page, except <see cref="Value"/>. Requests for the following pages leave them out.
    /// </summary>
    public EquatableArray<string> Cleared { get; init; } = [];

    /// <summary>The start of the list, as the reference counts.</summary>
    public long Start { get; init; }

    /// <summary>The C# expression that selects the next page's URL or token from a page, or the next value from an item for a keyset.</summary>
    public string? Next { get; init; }

    /// <summary>The name of <see cref="Next"/> in the response.</summary>
    public string? NextName { get; init; }

    /// <summary>Where a page states the total number of items; null: it does not.</summary>
    public PageFact? Total { get; init; }

    /// <summary>Where a page states whether there are more pages; null: it does not.</summary>
    public PageFact? More { get; init; }
}

/// <summary>A fact about the whole list that each page states. Exactly one of the three places is set.</summary>
internal sealed record PageFact
{
    /// <summary>The C# expression that selects it from the page.</summary>
    public string? Member { get; init; }

    /// <summary>The C# expression that selects it from the last item of the page.</summary>
    public string? MemberOfLastItem { get; init; }

    /// <summary>The name of the response header.</summary>
    public string? Header { get; init; }

    /// <summary>The two values of a Boolean in a header, with the value for true first; empty: true and false.</summary>
    public EquatableArray<string> Words { get; init; } = [];

    /// <summary>Whether a Boolean states that the page is the last one, and not that there are more.</summary>
    public bool SaysLast { get; init; }
}

/// <summary>A value of a request that has a role in paging: a parameter, a field of a form, or a member of the body.</summary>
/// <param name="Type">Its type.</param>
/// <param name="WireName">The printed name, with the names of the objects around a member.</param>
internal sealed record PagingValue(CodeType Type, string WireName)
{
    /// <summary>The kind of the values that select a page: of the numbers, if the value can also be a word.</summary>
    public CodeTypeKind Kind => CanBeWord ? Type.Element!.Kind : Type.Kind;

    /// <summary>Whether the value is a number or a word.</summary>
    public bool CanBeWord => Type is { Kind: CodeTypeKind.OpenEnum, Element: not null };

    /// <summary>The parameter or field; null: it is a member of the body.</summary>
    public OperationParameter? Parameter { get; init; }

    /// <summary>The member of the body; null: it is a parameter or a field.</summary>
    public BodyMember? Member { get; init; }

    /// <summary>Whether the parameter is a property of the query record.</summary>
    public bool InQuery { get; init; }

    /// <summary>Whether a call can leave it out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The printed default; null: the reference does not state it.</summary>
    public string? Default { get; init; }

    /// <summary>The name of an object in the body that can be missing and that the client cannot add; null: there is no such object.</summary>
    public string? Incomplete { get; init; }
}

/// <summary>A member of the request body, and the objects that contain it.</summary>
/// <param name="Holders">The objects on the path from the body to the member.</param>
/// <param name="Name">The C# property.</param>
internal sealed record BodyMember(EquatableArray<BodyHolder> Holders, string Name);

/// <summary>An object in a request body.</summary>
/// <param name="Name">The C# property.</param>
/// <param name="CanBeMissing">Whether a call can leave it out.</param>
internal sealed record BodyHolder(string Name, bool CanBeMissing);

internal enum PagingStyle
{
    /// <summary>A page contains the URL of the next.</summary>
    Link,

    /// <summary>A response header contains the URL of the next page.</summary>
    LinkHeader,

    /// <summary>A page contains the token for the next.</summary>
    Cursor,

    /// <summary>A response header contains the token for the next page.</summary>
    CursorHeader,

    /// <summary>A response header contains the range of the items, and the request names the range that follows it.</summary>
    Range,

    /// <summary>The last item of a page contains the value for the next.</summary>
    Keyset,

    /// <summary>A request states how many items to skip.</summary>
    Offset,

    /// <summary>A request states the number of the page.</summary>
    Page,
}
