using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>One documented outcome of a call: a row of its status table, or an error code, completed from the API file.</summary>
/// <param name="Row">The row of the section, or a row that the API file has for all sections.</param>
/// <param name="Wording">The row of the API file with its wording, or null.</param>
/// <param name="Number">The number of the row among the rows of its code, from 1.</param>
internal sealed record Outcome(StatusDeclaration Row, StatusDeclaration? Wording, int Number)
{
    private const int RowsOfCode = 1_000;

    /// <summary>The status code; 1 to 5 for a class of codes.</summary>
    public int Code => Row.Code;

    /// <summary>The enum value: the code itself for the first row of a code, and a number that is not a status code for any other row.</summary>
    public int Value => Number == 1 ? Code : Code * (Number < RowsOfCode ? RowsOfCode : RowsOfCode * RowsOfCode) + Number;

    /// <summary>The error code that distinguishes the outcome from others with the same status; null: the outcome is a row of the status table.</summary>
    public ErrorCodeDeclaration? Error { get; init; }

    /// <summary>The listed error code as the body has it; null: the outcome is a row of the status table.</summary>
    public string? CodeInBody { get; init; }

    /// <summary>The other row that describes the error code, or null.</summary>
    public ErrorCodeDeclaration? ErrorWording { get; init; }

    /// <summary>The error code in the body: a listed code, or the message of the row if it is an error id; null: the reference does not state one.</summary>
    public string? ErrorId => CodeInBody ?? (!IsResult && Message is { } message && StatusNames.IsErrorId(message) ? message : null);

    public string? Message => Error is null ? Row.Message ?? Wording?.Message : null;

    public string? Description => Error is null ? Row.Description ?? Wording?.Description : Error.Description ?? ErrorWording?.Description;

    public bool? Transient => Error?.Transient ?? ErrorWording?.Transient ?? (Error is not null && Row.IsResult ? null : Row.Transient ?? Wording?.Transient);

    public string? CSharpName => Error is null ? Row.CSharpName ?? Wording?.CSharpName : Error.CSharpName ?? ErrorWording?.CSharpName;

    public bool IsResult => Error is null && Row.IsResult;

    /// <summary>Whether the section does not list the code, but the API file says that any section can return it.</summary>
    public bool IsOfEverySection { get; init; }

    /// <summary>The row of the API file for the class of the code (<c>4xx</c>). All responses of the class have its headers; null: there is none.</summary>
    public StatusDeclaration? Class { get; init; }

    /// <summary>The headers of a response with this status: the headers of the row, or otherwise of the API file for
    /// the code, and the headers of its class.</summary>
    public EquatableArray<RowDeclaration> Headers
    {
        get
        {
            var headers = Row.Headers.Count == 0 && Wording is not null ? Wording.Headers : Row.Headers;
            if (Class is null || Class.Headers.Count == 0 || ReferenceEquals(headers, Class.Headers))
                return headers;
            var named = new HashSet<string>(headers.Select(static row => row.Name), StringComparer.OrdinalIgnoreCase);
            return [.. headers, .. Class.Headers.Where(row => named.Add(row.Name))];
        }
    }

    /// <summary>Whether a row of <see cref="Headers"/> comes from the API file.</summary>
    public bool IsHeaderOfApi(RowDeclaration row) => !Row.Headers.Any(own => ReferenceEquals(own, row));

    /// <summary>The body of this outcome only; null: it has the body of all results, or of all failures.</summary>
    public BodyDeclaration? OwnBody => Error is not null && Row.IsResult ? null : Row.Response ?? (IsResult ? null : Wording?.Response);

    /// <summary>Whether <see cref="OwnBody"/> comes from the API file.</summary>
    public bool IsBodyOfApi => Row.Response is null;

    /// <summary>The C# name that follows from the row.</summary>
    public string DerivedName => Error is { Code: var error } ? StatusNames.OfErrorId(Code, error) : StatusNames.Of(Code, Message, Number);
}
