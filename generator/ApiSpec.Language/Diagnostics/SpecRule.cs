namespace ApiSpec.Language.Diagnostics;

/// <summary>A kind of diagnostic. <see cref="SpecRules"/> lists them all.</summary>
/// <param name="Id">The id shown by the compiler; never reused.</param>
/// <param name="Title">A noun phrase that names the problem.</param>
/// <param name="MessageFormat">The message, as a composite format string.</param>
/// <param name="Severity">How the compiler reports it, unless the project configures a different severity.</param>
internal sealed record SpecRule(string Id, string Title, string MessageFormat, SpecSeverity Severity = SpecSeverity.Error);

internal enum SpecSeverity
{
    Info,
    Warning,
    Error,
}
