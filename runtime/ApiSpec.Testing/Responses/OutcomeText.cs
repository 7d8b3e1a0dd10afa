using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;
using ApiSpec.Transport;

namespace ApiSpec.Testing.Responses;

/// <summary>Makes bodies of text that say whether the call succeeded or failed.</summary>
/// <param name="outcomes">The outcome conditions of the section, whose failures are text.</param>
internal sealed class OutcomeText(BodyOutcomes outcomes)
{
    /// <summary>The text of a success.</summary>
    /// <param name="text">The text, if it is one.</param>
    public string OfSuccess(string text)
        => Values(ConditionOperator.Is, "", "").Append(string.Join("\n", Values(ConditionOperator.Has, "", ""))).Prepend(text)
            .FirstOrDefault(candidate => IsSuccess(candidate)) ?? text;

    /// <summary>The text of a failure.</summary>
    /// <param name="errorId">The documented error code of the failure, or null.</param>
    /// <param name="message">The text of the error.</param>
    /// <param name="hasStatus">Whether the status code already says that the call failed.</param>
    public string OfFailure(string? errorId, string message, bool hasStatus)
    {
        var (code, words) = (errorId ?? "1", message.Replace('\n', ' ').Trim());
        var lines = new[] { outcomes.ErrorCodeForm, outcomes.ErrorMessageForm }.OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(form => Fill(form, code, words));
        var stated = string.Join("\n", lines);
        string[] candidates = [stated, .. Values(ConditionOperator.IsNot, code, words), words, "ERROR"];
        return candidates.FirstOrDefault(candidate => candidate.Length > 0 && (hasStatus || !IsSuccess(candidate))) ?? words;
    }

    private bool IsSuccess(string text) => PrintedBodyValues.Of(outcomes, null, text) is not { } values || outcomes.IsSuccess(values);

    private IEnumerable<string> Values(ConditionOperator kind, string code, string message)
        => (outcomes.Success ?? []).Where(clause => clause.Clause.Operator == kind)
            .SelectMany(clause => clause.Clause.Values.Select(value => Fill(value, code, message)));

    private static string Fill(string form, string code, string message) => TextForm.Parse(form).Fill(name => name switch
    {
        TextForm.Code when code.Length > 0 => code,
        TextForm.Message when message.Length > 0 => message,
        _ => name,
    });
}
