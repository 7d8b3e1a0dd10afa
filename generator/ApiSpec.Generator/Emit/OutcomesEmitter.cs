using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes where the body of a response says that the call failed.</summary>
internal static class OutcomesEmitter
{
    private const string Generated = "global::ApiSpec.Generated.";

    public static string Expression(StatedOutcomes outcomes)
    {
        var arguments = new List<string>();
        if (outcomes.Success.Count > 0)
            arguments.Add("success: new " + Generated + "ApiCondition()" + string.Concat(outcomes.Success.Select(Part)));
        if (outcomes.ErrorCode.Count > 0)
            arguments.Add("errorCode: " + Texts(outcomes.ErrorCode));
        if (outcomes.ErrorMessage.Count > 0)
            arguments.Add("errorMessage: " + Texts(outcomes.ErrorMessage));
        return "new " + Generated + "ApiOutcomes(" + string.Join(", ", arguments) + ")";
    }

    private static string Part(StatedClause clause)
        => "." + clause.Operator + "(" + Texts(clause.Path)
            + (clause.Operator is ConditionOperator.IsGiven or ConditionOperator.IsMissing ? "" : ", " + Generated + "ApiValueForm." + clause.ComparedAs + ", "
                + Texts(clause.Values))
            + (clause.WhenMissing ? ", whenMissing: true" : "") + ")";

    private static string Texts(IEnumerable<string> texts) => "new string[] { " + string.Join(", ", texts.Select(SafeText.Literal)) + " }";
}
