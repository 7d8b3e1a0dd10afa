using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>The body that a row of the status table prints.</summary>
/// <param name="Code">The status code.</param>
/// <param name="Type">The type as printed.</param>
/// <param name="Line">The line of the row.</param>
internal sealed record StatusBody(string Code, string Type, PageLine Line)
{
    public bool IsFailure => StatusLine.IsFailure(Code);
}
