using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>The status code table of a section.</summary>
/// <param name="IsOpen">The page shows no table, or not all of it: other codes are as right as those that are listed.</param>
/// <param name="Rows">The rows in the order of the file.</param>
internal sealed record StatusTable(bool IsOpen, EquatableArray<StatusDeclaration> Rows)
{
    /// <summary>The row that an operation succeeds with: the first of the codes 200 to 299, or else the first result; null: the table has none.</summary>
    public StatusDeclaration? Success => Rows.FirstOrDefault(static row => row.Code is >= 200 and < 300) ?? Rows.FirstOrDefault(static row => row.IsResult);

    /// <summary>The first row of a code; null: the table does not list the code.</summary>
    public StatusDeclaration? Find(int code) => Rows.FirstOrDefault(row => row.Code == code);

    /// <summary>Whether a response with the code is a result, as its row says; a code without a row is one from 200 to 299.</summary>
    public bool IsResult(int code) => Find(code)?.IsResult ?? code is >= 200 and < 300;
}

/// <summary>A row of a status code table.</summary>
internal sealed record StatusDeclaration
{
    public required int Code { get; init; }

    /// <summary>The message as printed (<c>Not found</c>); null: as the API file words the code.</summary>
    public string? Message { get; init; }

    /// <summary>The description as printed; null: as the API file words the code.</summary>
    public string? Description { get; init; }

    public EquatableArray<RowDeclaration> Headers { get; init; } = [];

    /// <summary>A body of its own; null: the section's response for a result, the API's error body otherwise.</summary>
    public BodyDeclaration? Response { get; init; }

    public EditionRange Editions { get; init; } = EditionRange.All;

    /// <summary>The same request may succeed later.</summary>
    public bool? Transient { get; init; }

    /// <summary>The wording of other editions.</summary>
    public EquatableArray<EditionWording> OtherEditions { get; init; } = [];

    public string? CSharpName { get; init; }

    public required string Pointer { get; init; }

    /// <summary>
    /// Tells whether the status counts as success: a redirect does when the page shows its headers or its body. 304 never does (RFC 9110, 15.4.5): it has no
    /// body, and the headers that the page shows are those of the response that the caller has already.
    /// </summary>
    public bool IsResult => Code is >= 200 and < 300 || (Code is >= 300 and < 400 and not 304 && (Headers.Count > 0 || Response is not null));
}

/// <summary>How another edition words a status.</summary>
internal sealed record EditionWording(string Edition, string Text);
