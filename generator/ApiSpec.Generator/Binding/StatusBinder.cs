using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the names of the documented outcomes of a section.</summary>
internal static class StatusBinder
{
    public static List<BoundStatus> Bind(ApiScope scope, SpecSource source, string enumName)
    {
        var names = new MemberNames(scope.Report, source.Path, enumName, ReservedNames.OfStatus);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var statuses = new List<BoundStatus>();
        var outcomes = OutcomeTable.Of(scope, source.File.Section!).All;
        var rowsOfCode = outcomes.GroupBy(static outcome => outcome.Code).ToDictionary(static rows => rows.Key, static rows => rows.Count());
        foreach (var outcome in outcomes)
        {
            var code = StatusDeclaration.TextOf(outcome.Code);
            if (!outcome.IsOfEverySection && outcome is { Message: null, Description: null, Wording: null, Error: null }
                && scope.Api is { Statuses.Count: > 0, AreStatusesUnread: false })
                scope.Report.Add(SpecRules.CodeWithoutWords, source.Path, outcome.Row.Pointer, code);

            var pointer = outcome.IsOfEverySection ? "/status" : outcome.Error?.Pointer ?? outcome.Row.Pointer;
            if (names.Take(outcome.Error?.Code ?? code, outcome.CSharpName ?? NameOf(outcome, names, taken), pointer) is not { } csharpName)
                continue;
            taken.Add(csharpName);
            var model = new StatusMember(outcome.Code, csharpName, outcome.Message, Describe(outcome), outcome.IsResult, outcome.Transient)
            {
                Value = outcome.Value,
                ErrorCode = outcome.CodeInBody,
                Editions = rowsOfCode[outcome.Code] > 1 ? outcome.Row.Editions : EditionRange.All,
            };
            statuses.Add(new BoundStatus(model, outcome));
        }

        return statuses;
    }

    // References use one error id with several codes. The name of the second one includes its code.
    private static string NameOf(Outcome outcome, MemberNames names, HashSet<string> taken)
    {
        var name = names.Free(outcome.DerivedName);
        return taken.Contains(name) ? name + (char.IsDigit(name[name.Length - 1]) ? "Of" : "") + StatusDeclaration.TextOf(outcome.Code) : name;
    }

    private static string? Describe(Outcome outcome)
    {
        var parts = new List<string>();
        if (outcome.Description is { } description)
            parts.Add(description);
        if (outcome.Error is not null)
            return DocumentationText.Join(parts);
        DocumentationText.AddEditions(parts, outcome.Row.Editions);
        foreach (var other in outcome.Row.OtherEditions)
            parts.Add("In " + other.Edition + ": " + other.Text + ".");
        return DocumentationText.Join(parts);
    }
}

/// <summary>An outcome with its C# name.</summary>
internal sealed record BoundStatus(StatusMember Model, Outcome Outcome);
