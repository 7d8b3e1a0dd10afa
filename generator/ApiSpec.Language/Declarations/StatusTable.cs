using System.Globalization;
using ApiSpec.Language.Collections;

namespace ApiSpec.Language.Declarations;

/// <summary>The status table of a section.</summary>
/// <param name="IsOpen">Whether the page shows no table, or only a part of it. Other codes are then as valid as the listed ones.</param>
/// <param name="Rows">The rows in the order of the file.</param>
internal sealed record StatusTable(bool IsOpen, EquatableArray<StatusDeclaration> Rows)
{
    /// <summary>The row of a successful call: the first with a code from 200 to 299, or else the first result; or null.</summary>
    public StatusDeclaration? Success => Rows.FirstOrDefault(static row => row.FirstCode is >= 200 and < 300)
        ?? Rows.FirstOrDefault(static row => row.IsResult);

    /// <summary>Returns the first row of a code, or the row of its class (<c>4xx</c>), or null.</summary>
    public StatusDeclaration? Find(int code) => Find(Rows, code);

    /// <summary>Returns the first row of a code, or the row of its class (<c>4xx</c>), or null.</summary>
    public static StatusDeclaration? Find(EquatableArray<StatusDeclaration> rows, int code)
        => rows.FirstOrDefault(row => row.Code == code) ?? rows.FirstOrDefault(row => row.Code == code / 100);

    /// <summary>Whether a response with the code is a result. A code without a row is a result from 200 to 299.</summary>
    public bool IsResult(int code) => Find(code)?.IsResult ?? code is >= 200 and < 300;
}

/// <summary>A row of a status code table.</summary>
internal sealed record StatusDeclaration
{
    /// <summary>The status code; 1 to 5 for a row of a whole class of codes, such as <c>4xx</c>.</summary>
    public required int Code { get; init; }

    /// <summary>The code, or the first code of the class.</summary>
    public int FirstCode => Code < 100 ? Code * 100 : Code;

    /// <summary>Whether the row documents a message that precedes the response (RFC 9110, 15.2), so that no call ends with it.</summary>
    public bool IsInformational => FirstCode < 200;

    /// <summary>The message as printed (<c>Not found</c>); null: the message in the API file.</summary>
    public string? Message { get; init; }

    /// <summary>The description as printed; null: the description in the API file.</summary>
    public string? Description { get; init; }

    public EquatableArray<RowDeclaration> Headers { get; init; } = [];

    /// <summary>The body of the row; null: the section's response for a result, or the API's error body for a failure.</summary>
    public BodyDeclaration? Response { get; init; }

    /// <summary>The body of the row in other formats.</summary>
    public EquatableArray<BodyDeclaration> OtherResponses { get; init; } = [];

    public EditionRange Editions { get; init; } = EditionRange.All;

    /// <summary>Whether the same request can succeed later; null: not documented.</summary>
    public bool? Transient { get; init; }

    /// <summary>The error codes of responses with this status.</summary>
    public ErrorCodeTable ErrorCodes { get; init; } = ErrorCodeTable.Empty;

    /// <summary>The wording of other editions.</summary>
    public EquatableArray<EditionWording> OtherEditions { get; init; } = [];

    public string? CSharpName { get; init; }

    public required string Pointer { get; init; }

    /// <summary>
    /// Returns whether the status counts as success. A redirect does if the page shows its headers or its body. 304 never does (RFC 9110, 15.4.5): it has no
    /// body, and the printed headers belong to the response that the caller already has.
    /// </summary>
    public bool IsResult => FirstCode is >= 200 and < 300 || (FirstCode is >= 300 and < 400 and not 304 && (Headers.Count > 0 || Response is not null));

    /// <summary>Returns a code as the reference prints it: <c>404</c>, or <c>4xx</c>.</summary>
    public static string TextOf(int code) => code < 100 ? code.ToString(CultureInfo.InvariantCulture) + "xx" : code.ToString(CultureInfo.InvariantCulture);
}

/// <summary>How another edition words a status.</summary>
internal sealed record EditionWording(string Edition, string Text);
