using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Settles the status table of a section: its own rows, in the wording of the API file where it has none, and what any section may return.</summary>
internal static class StatusBinder
{
    public static EquatableArray<StatusModel> Bind(ApiScope scope, SpecSource source, string enumName)
    {
        var names = new MemberNames(scope.Report, source.Path, enumName, ReservedNames.OfStatus);
        var shared = new Dictionary<int, StatusDeclaration>();
        foreach (var status in scope.Api?.Statuses ?? [])
            shared[status.Code] = status;

        var rows = source.File.Section!.Statuses.Rows.ToList();
        foreach (var code in scope.Api?.Always ?? [])
        {
            if (rows.All(row => row.Code != code))
                rows.Add(new StatusDeclaration { Code = code, Pointer = "/status" });
        }

        var statuses = new List<StatusModel>(rows.Count);
        foreach (var row in rows.OrderBy(static row => row.Code))
        {
            shared.TryGetValue(row.Code, out var wording);
            if (row.Pointer != "/status" && row.Message is null && row.Description is null && wording is null && scope.Api is { Statuses.Count: > 0, AreStatusesUnread: false })
                scope.Report.Add(SpecRules.CodeWithoutWords, source.Path, row.Pointer, row.Code.ToString(CultureInfo.InvariantCulture));

            var message = row.Message ?? wording?.Message;
            var name = row.CSharpName ?? wording?.CSharpName ?? names.Free(NameOf(row.Code, message));
            if (names.Take(row.Code.ToString(CultureInfo.InvariantCulture), name, row.Pointer) is not { } csharpName)
                continue;
            statuses.Add(new StatusModel(
                row.Code, csharpName, message, Describe(row, wording), row.IsResult, row.Transient ?? wording?.Transient));
        }

        return statuses.ToEquatableArray();
    }

    /// <summary>The C# name of a status: that of its message, or of the one that HTTP gives the code.</summary>
    public static string NameOf(int code, string? message)
        => (message is null ? null : CSharpName.PascalWords(message))
            ?? (StatusPhrases.Of(code) is [var phrase, ..] ? CSharpName.PascalWords(phrase) : null)
            ?? "Status" + code.ToString(CultureInfo.InvariantCulture);

    private static string? Describe(StatusDeclaration row, StatusDeclaration? wording)
    {
        var parts = new List<string>();
        if ((row.Description ?? wording?.Description) is { } description)
            parts.Add(description);
        DocumentationText.AddEditions(parts, row.Editions);
        foreach (var other in row.OtherEditions)
            parts.Add("In " + other.Edition + ": " + other.Text + ".");
        return DocumentationText.Join(parts);
    }
}
