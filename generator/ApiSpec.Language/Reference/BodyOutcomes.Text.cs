using ApiSpec.Language.Declarations;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Rows;
using ApiSpec.Transport;

namespace ApiSpec.Language.Reference;

/// <content>Failures whose body is text, such as <c>ERR 5</c>.</content>
internal sealed partial class BodyOutcomes
{
    /// <summary>Whether failures are text. Then the text itself is the only value that a condition can name.</summary>
    public bool IsText { get; private init; }

    /// <summary>The form of a line with the error code; null: failures are not text, or have no code.</summary>
    public string? ErrorCodeForm { get; private init; }

    /// <summary>The form of a line with the error message; null: failures are not text, or have no message.</summary>
    public string? ErrorMessageForm { get; private init; }

    /// <summary>Returns the values of a body of text; null: it is empty or JSON, which says nothing.</summary>
    /// <param name="text">The body.</param>
    /// <param name="isJson">Whether a text is a JSON object or list.</param>
    public JsonText? ValuesOf(string text, Func<string, bool> isJson)
    {
        if (!TextForm.IsStatement(text, isJson))
            return null;
        var trimmed = text.Trim();
        var body = new JsonText(JsonTextKind.Object, 0) { End = text.Length };
        Add(TextForm.Whole, trimmed);
        if (ErrorCodeForm is not null && TextForm.Parse(ErrorCodeForm).FindInLines(text, TextForm.Code) is { } code)
            Add(TextForm.Code, code);
        if (ErrorMessageForm is not null && TextForm.Parse(ErrorMessageForm).FindInLines(text, TextForm.Message) is { } message)
            Add(TextForm.Message, message);
        return body;

        void Add(string name, string value)
        {
            var start = Math.Max(text.IndexOf(value, StringComparison.Ordinal), 0);
            body.Add(new JsonMember(name, start, 0, new JsonText(JsonTextKind.String, start) { Text = value, End = start + value.Length }));
        }
    }

    private static bool IsTextBody(BodyDeclaration? error)
        => error is { Kind: BodyKind.Media, MediaType: { } media } && media.StartsWith("text/", StringComparison.OrdinalIgnoreCase);

    private static BodyOutcomes OfText(BodyDeclaration error, OutcomeDeclaration own, OutcomeDeclaration shared, Action<UnknownName>? report)
    {
        // The names in the API file are reported there.
        var success = own.SuccessWhen is { } condition ? ResolveText(condition, report) : shared.SuccessWhen is { } sharedCondition
            ? ResolveText(sharedCondition, null) : null;
        var code = Form(own.ErrorCodeIn, shared.ErrorCodeIn, OutcomeReader.ErrorCodeIn, TextForm.Code, report);
        var message = Form(own.ErrorMessageIn, shared.ErrorMessageIn, OutcomeReader.ErrorMessageIn, TextForm.Message, report);
        return new BodyOutcomes(error, success, MemberOf(code, TextForm.Code), MemberOf(message, TextForm.Message))
        {
            IsText = true,
            ErrorCodeForm = code,
            ErrorMessageForm = message,
        };
    }

    private static OutcomeMember? MemberOf(string? form, string name) => form is null ? null : new OutcomeMember([name], ComparedAs.Text);

    private static string? Form(string? own, string? shared, string key, string name, Action<UnknownName>? report)
    {
        if ((own ?? shared) is not { } form)
            return null;
        if (TextForm.Parse(form).Names.Contains(name, StringComparer.Ordinal))
            return form;
        if (own is not null)
            report?.Invoke(new UnknownName(form, key, 0, form.Length, [])
            {
                Advice = "; write a line of the text, as in 'ERR {" + name + "}'",
            });
        return null;
    }

    private static EquatableArray<ResolvedClause>? ResolveText(Condition condition, Action<UnknownName>? report)
    {
        var names = ConditionText.Parse(condition.Text).Names;
        var clauses = new List<ResolvedClause>();
        for (var i = 0; i < condition.Clauses.Count; i++)
        {
            var clause = condition.Clauses[i];
            if (clause.Name == TextForm.Whole)
                clauses.Add(new ResolvedClause(clause, [TextForm.Whole], null, ComparedAs.Pattern) { Separator = '\n' });
            else
                report?.Invoke(new UnknownName(clause.Name, OutcomeReader.SuccessWhen, names[i].Start, names[i].Length, [])
                {
                    Advice = "; the body is text, so write 'text'",
                });
        }

        return clauses.Count == condition.Clauses.Count ? clauses.ToEquatableArray() : null;
    }
}
