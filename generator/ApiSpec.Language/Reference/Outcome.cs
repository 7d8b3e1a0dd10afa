using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>One documented way in which a call of a section can end: a row of its status table, or an error code, completed from the API file.</summary>
/// <param name="Row">The row: that of the section, or one that the API file has for all sections.</param>
/// <param name="Wording">The row of the API file that words it; null: there is none.</param>
/// <param name="Number">Which row of its code it is, from 1.</param>
internal sealed record Outcome(StatusDeclaration Row, StatusDeclaration? Wording, int Number)
{
    private const int RowsOfCode = 1_000;

    /// <summary>The status code; 1 to 5 for a class of codes.</summary>
    public int Code => Row.Code;

    /// <summary>The value that stands for it in a program: the code for the first row of a code, and a number that no code has for any other.</summary>
    public int Value => Number == 1 ? Code : Code * (Number < RowsOfCode ? RowsOfCode : RowsOfCode * RowsOfCode) + Number;

    /// <summary>The error code by which the body tells it from other outcomes of its status; null: the outcome is a row of the status table.</summary>
    public ErrorCodeDeclaration? Error { get; init; }

    /// <summary>The row that says what the error code means, where that is another one; null: there is none.</summary>
    public ErrorCodeDeclaration? ErrorWording { get; init; }

    /// <summary>What the body has as error code: a listed code, or an error id that is the message of the row; null: the reference does not say.</summary>
    public string? ErrorId => Error?.Code ?? (!IsResult && Message is { } message && StatusNames.IsErrorId(message) ? message : null);

    public string? Message => Error is null ? Row.Message ?? Wording?.Message : null;

    public string? Description => Error is null ? Row.Description ?? Wording?.Description : Error.Description ?? ErrorWording?.Description;

    public bool? Transient => Error?.Transient ?? ErrorWording?.Transient ?? (Error is not null && Row.IsResult ? null : Row.Transient ?? Wording?.Transient);

    public string? CSharpName => Error is null ? Row.CSharpName ?? Wording?.CSharpName : Error.CSharpName ?? ErrorWording?.CSharpName;

    public bool IsResult => Error is null && Row.IsResult;

    /// <summary>The section does not list the code; the API file says that any section may return it.</summary>
    public bool IsOfEverySection { get; init; }

    /// <summary>The body that no other outcome has; null: that of all results, or of all failures.</summary>
    public BodyDeclaration? OwnBody => Error is not null && Row.IsResult ? null : Row.Response ?? (IsResult ? null : Wording?.Response);

    /// <summary>Whether <see cref="OwnBody"/> is that of the API file.</summary>
    public bool IsBodyOfApi => Row.Response is null;

    /// <summary>The C# name that follows from the row.</summary>
    public string DerivedName => Error is { Code: var error } ? StatusNames.OfErrorId(Code, error) : StatusNames.Of(Code, Message, Number);
}
