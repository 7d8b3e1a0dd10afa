using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Language.Examples;

/// <summary>
/// Reports errata that correct nothing. A misspelt erratum would otherwise hide a contradiction, or have no effect without anybody noticing.
/// </summary>
/// <remarks>Errata of several words are explanations for readers, so only single words are looked up.</remarks>
internal static class ErrataChecker
{
    private const string Advice = "; write the correct form, or explain the misprint in words";

    /// <summary>Checks the errata of a section.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="path">The file of the section.</param>
    /// <param name="section">The section, with the placeholder values of the API in its request line.</param>
    /// <param name="report">Receives the diagnostics.</param>
    public static void Check(IApiReference api, string path, SectionDeclaration section, IDiagnosticSink report)
    {
        var compared = section.Errata.Where(IsCompared).ToList();
        if (compared.Count == 0 || SectionWords.Of(api, section) is not { IsOpen: false } words)
            return;
        var count = 0;
        foreach (var erratum in compared)
        {
            if (count == ExampleReport.MaxDiagnostics)
                return;
            if (Problem(erratum, words, report) is not var (what, hint))
                continue;
            report.Add(SpecRules.NameWithoutRow, path, erratum.Pointer + SpecLocations.Value, erratum.Here.Trim(), what, hint);
            count++;
        }
    }

    private static bool IsCompared(Erratum erratum)
        => erratum.Printed is not { } printed
            || (erratum.Here.Trim() is { Length: > 0 } here && !here.Any(char.IsWhiteSpace) && !Errata.Bare(printed).Any(char.IsWhiteSpace));

    private static (string What, string Hint)? Problem(Erratum erratum, SectionWords words, IDiagnosticSink report)
    {
        var here = erratum.Here.Trim();
        if (erratum.Printed is not { } text)
            return words.Rows.Contains(here) ? null : ("parameter or member", report.Hint(here, words.Rows));
        var printed = Errata.Bare(text);
        if (words.Contains(here))
            return null;
        var hint = report.Hint(here, words.Names);
        // A word such as 'omitted' can explain a misprint that an example contains. If the misprint is near the same name, the word is a second misprint.
        var isExplanation = words.IsInExample(printed) && (hint.Length == 0 || hint != report.Hint(printed, words.Names));
        return isExplanation ? null : ("row, value or message", hint.Length == 0 ? Advice : hint);
    }
}
