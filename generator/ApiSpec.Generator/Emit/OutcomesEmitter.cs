using ApiSpec.Generator.Code;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the members of a response body that say whether the call failed.</summary>
internal static class OutcomesEmitter
{
    public static string Expression(StatedOutcomes outcomes)
    {
        var arguments = new List<string>();
        if (outcomes.Success.Count > 0)
            arguments.Add($"success: {ConditionEmitter.Expression(outcomes.Success)}");
        if (outcomes.ErrorCode.Count > 0)
            arguments.Add($"errorCode: {ConditionEmitter.Path(outcomes.ErrorCode, outcomes.ErrorCodeAliases)}");
        if (outcomes.ErrorMessage.Count > 0)
            arguments.Add($"errorMessage: {ConditionEmitter.Path(outcomes.ErrorMessage, outcomes.ErrorMessageAliases)}");
        if (outcomes.HidesErrorCode)
            arguments.Add("hidesErrorCode: true");
        if (outcomes.HidesErrorMessage)
            arguments.Add("hidesErrorMessage: true");
        if (outcomes.XmlShape is { } shape)
            arguments.Add($"format: {ApiXml}.Format({SafeText.Literal(shape)})");
        if (outcomes.Text is { } text)
            arguments.Add($"format: {ApiText}.Format({Literal(text.ErrorCode)}, {Literal(text.ErrorMessage)})");
        if (outcomes.IsOfItems)
            arguments.Add($"format: {ApiItems}.Format({(outcomes.Success.Count > 0 ? ConditionEmitter.Expression(outcomes.Success) : "")})");
        return $"new {ApiOutcomes}({string.Join(", ", arguments)})";
    }

    private static string Literal(string? text) => text is null ? "null" : SafeText.Literal(text);
}
