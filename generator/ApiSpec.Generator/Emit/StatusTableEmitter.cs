using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the expression of the table of status codes of an operation.</summary>
internal static class StatusTableEmitter
{
    public static string Expression(EquatableArray<StatusMember> statuses)
    {
        var rows = statuses.Select(static status => (Status: status, More: MoreOf(status))).ToList();
        if (rows.All(static row => row.More.Count == 0 && row.Status.Message?.Contains('\n') != true))
            return $"{ApiStatusTable}.Of(\n        {string.Join(",\n        ", rows.Select(static row => SafeText.Literal(Row(row.Status))))})";
        return $$"""
            new {{ApiStatus}}[]
                {
                    {{string.Join("\n        ", rows.Select(static row => $"{Construct(row.Status, row.More)},"))}}
                }
            """;
    }

    private static string Row(StatusMember status)
        => Number(status.Code) + (status.Message is null ? "" : " " + status.Message) + (status.Description is null ? "" : "\n" + status.Description);

    private static string Construct(StatusMember status, List<string> more)
    {
        string[] arguments = [Number(status.Code), SafeText.Literal(status.Message), SafeText.Literal(status.Description), .. more];
        return $"new {ApiStatus}({string.Join(", ", arguments)})";
    }

    // What a row has besides its code, its message and its description.
    private static List<string> MoreOf(StatusMember status)
    {
        var is2xx = status.FirstCode is >= 200 and < 300;
        var more = new List<string>();
        if (status.ErrorCode is { } errorCode)
            more.Add($"errorCode: {SafeText.Literal(errorCode)}");
        if (status.IsResult != (is2xx && status.ErrorCode is null))
            more.Add($"isResult: {(status.IsResult ? "true" : "false")}");
        if (status.IsTransient is { } transient)
            more.Add($"isTransient: {(transient ? "true" : "false")}");
        if (status is { MayLackBody: true, Code: 202 })
            more.Add("mayLackBody: true");
        if (status.Value != status.Code)
            more.Add($"value: {Number(status.Value)}");
        if (EditionEmitter.Editions(status.Editions) is { } editions)
            more.Add($"editions: {editions}");
        return more;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
