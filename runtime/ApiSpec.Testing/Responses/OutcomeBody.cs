using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Testing.Responses;

/// <summary>Sets the members of a body that say whether the call succeeded or failed.</summary>
/// <param name="outcomes">The outcome conditions of the section.</param>
internal sealed class OutcomeBody(BodyOutcomes outcomes)
{
    private static readonly string[] s_others = ["failed", "other"];

    /// <summary>Returns the objects in a body that say whether the call succeeded: the body itself, or the items of a list if failures are lists.</summary>
    /// <param name="outcomes">The outcome conditions of the section.</param>
    /// <param name="body">The body.</param>
    public static IEnumerable<JsonObject> StatementsIn(BodyOutcomes outcomes, JsonNode? body)
        => outcomes.IsOfItems ? (body as JsonArray ?? []).OfType<JsonObject>() : body is JsonObject whole ? [whole] : [];

    /// <summary>Changes a body to the body of a success.</summary>
    /// <param name="body">The body.</param>
    /// <param name="onlyMissing">Whether existing members stay unchanged, because the body is from a test.</param>
    public void Succeed(JsonObject body, bool onlyMissing = false)
    {
        foreach (var clause in outcomes.Success ?? [])
        {
            if (!Holds(clause, body) && !(onlyMissing && Find(body, clause.Path) is not null))
                Satisfy(clause, body);
        }
    }

    /// <summary>Adds the missing members of a success to the bytes of a body.</summary>
    public ReadOnlyMemory<byte> Succeed(ReadOnlyMemory<byte> bytes)
    {
        if (outcomes.Success is null)
            return bytes;
        try
        {
            var body = JsonNode.Parse(bytes.Span);
            foreach (var statement in StatementsIn(outcomes, body))
                Succeed(statement, onlyMissing: true);
            return body is null || outcomes.IsSuccess(JsonBody.Read(bytes)!) ? bytes : Encoding.UTF8.GetBytes(body.ToJsonString());
        }
        catch (JsonException)
        {
            return bytes;
        }
    }

    /// <summary>Changes a body to the body of a failure.</summary>
    /// <param name="body">The body.</param>
    /// <param name="errorId">The documented error code of the failure, or null.</param>
    /// <param name="message">The text of the error.</param>
    /// <param name="hasStatus">Whether the status code already says that the call failed.</param>
    public void Fail(JsonObject body, string? errorId, string message, bool hasStatus)
    {
        if (outcomes.ErrorCode is { } code && errorId is not null && Fits(errorId, code))
            Set(body, code.Path, ValueOf(errorId, code.ComparedAs, Find(body, code.Path)));
        if (outcomes.ErrorMessage is { } text && Find(body, text.Path) is null)
            Set(body, text.Path, SampleText.Fit(message, text.Row?.Range));
        if (hasStatus || outcomes.Success is not { } clauses || clauses.Any(clause => !Holds(clause, body)))
            return;
        foreach (var clause in clauses)
        {
            Contradict(clause, body);
            if (!Holds(clause, body))
                return;
        }
    }

    /// <summary>Sets the error code, if the body has a member for it.</summary>
    public void Name(JsonObject body, string errorId)
    {
        if (outcomes.ErrorCode is { } code && Fits(errorId, code) && Find(body, code.Path) is { } sample)
            Set(body, code.Path, ValueOf(errorId, code.ComparedAs, sample));
    }

    // The message of a row can look like an error code although the error codes of the body are numbers.
    private static bool Fits(string errorId, OutcomeMember code)
        => code.ComparedAs != ComparedAs.Number || PrintedNumber.Of(errorId) is not null;

    private static void Satisfy(ResolvedClause clause, JsonObject body)
    {
        switch (clause.Clause.Operator)
        {
            case ConditionOperator.Is:
                Set(body, clause.Path, ValueOf(clause.Clause.Values[0], clause.ComparedAs, null, clause.Row));
                break;
            case ConditionOperator.IsNot:
                Set(body, clause.Path, Another(clause));
                break;
            case ConditionOperator.Has:
                Set(body, clause.Path, new JsonArray(ValueOf(clause.Clause.Values[0], clause.ComparedAs, null, clause.Row)));
                break;
            case ConditionOperator.IsGiven:
                Set(body, clause.Path, Given(clause));
                break;
            default:
                Remove(body, clause.Path);
                break;
        }
    }

    private static void Contradict(ResolvedClause clause, JsonObject body)
    {
        switch (clause.Clause.Operator)
        {
            case ConditionOperator.Is:
                Set(body, clause.Path, Another(clause));
                break;
            case ConditionOperator.IsNot:
                Set(body, clause.Path, ValueOf(clause.Clause.Values[0], clause.ComparedAs, null, clause.Row));
                break;
            case ConditionOperator.Has:
                Set(body, clause.Path, new JsonArray());
                break;
            case ConditionOperator.IsGiven:
                Remove(body, clause.Path);
                break;
            default:
                Set(body, clause.Path, Given(clause));
                break;
        }
    }

    private static bool Holds(ResolvedClause clause, JsonObject body) => clause.Holds(JsonBody.Read(Encoding.UTF8.GetBytes(body.ToJsonString()))!);

    // A value that the clause does not list.
    private static JsonNode Another(ResolvedClause clause)
    {
        var listed = clause.Row?.Type.Values.FirstOrDefault(value => !clause.IsListed(value.Value))?.Value;
        return clause.ComparedAs switch
        {
            ComparedAs.Boolean => Truth(!BooleanWords.IsTrue(clause.Clause.Values[0]), clause.Row),
            ComparedAs.Number => Numbers(clause)
                .First(number => !clause.IsListed(number.ToString(CultureInfo.InvariantCulture))),
            _ => listed ?? s_others.Select(word => SampleText.Fit(word, clause.Row?.Range)).FirstOrDefault(word => !clause.IsListed(word))
                ?? string.Concat(clause.Clause.Values),
        };
    }

    // Numbers in the range of the row come first.
    private static IEnumerable<long> Numbers(ResolvedClause clause)
    {
        var count = clause.Clause.Values.Count + 1;
        var range = clause.Row?.Range;
        return Enumerable.Range(0, count).Select(number => SampleNumber.InRange(number, range, true).GetValue<long>())
            .SelectMany(number => new[] { number, number + 1, number - 1 })
            .Where(number => SampleNumber.InRange(number, range, true).GetValue<long>() == number)
            .Concat(Enumerable.Range(0, count).Select(static number => (long)number));
    }

    private static JsonNode Given(ResolvedClause clause) => clause.ComparedAs switch
    {
        ComparedAs.Boolean => Truth(true, clause.Row),
        ComparedAs.Number => SampleNumber.InRange(1, clause.Row?.Range, true),
        _ when clause.Row is { Type.Kind: TypeKind.Object } => new JsonObject(),
        _ => SampleText.Fit(clause.Path[^1], clause.Row?.Range),
    };

    private static JsonNode ValueOf(string text, ComparedAs comparedAs, JsonNode? sample, RowDeclaration? row = null) => comparedAs switch
    {
        ComparedAs.Boolean => Truth(BooleanWords.IsTrue(text), row),
        ComparedAs.Number when PrintedNumber.Of(text) is { } number => number,
        ComparedAs.Any when sample?.GetValueKind() == JsonValueKind.Number
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };

    // With the printed value of the row.
    private static JsonNode Truth(bool value, RowDeclaration? row) => row?.Type is { Words.Count: > 0 } boolean ? SampleValues.Word(boolean, value) : value;

    private static JsonNode? Find(JsonObject body, EquatableArray<string> path)
    {
        JsonNode? value = body;
        foreach (var name in path)
            value = (value as JsonObject)?[name];
        return value;
    }

    private static void Set(JsonObject body, EquatableArray<string> path, JsonNode value)
    {
        var table = body;
        for (var i = 0; i < path.Count - 1; i++)
        {
            if (table[path[i]] is not JsonObject inner)
                table[path[i]] = inner = [];
            table = inner;
        }

        table[path[path.Count - 1]] = value;
    }

    private static void Remove(JsonObject body, EquatableArray<string> path)
    {
        JsonNode? table = body;
        for (var i = 0; i < path.Count - 1; i++)
            table = (table as JsonObject)?[path[i]];
        (table as JsonObject)?.Remove(path[path.Count - 1]);
    }
}
