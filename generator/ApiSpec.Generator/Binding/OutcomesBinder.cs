using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the members with which bodies of a section show that a call failed.</summary>
internal static class OutcomesBinder
{
    /// <summary>Returns these members; null: the reference names none.</summary>
    public static StatedOutcomes? Bind(ApiScope scope, SpecSource source)
    {
        var section = source.File.Section!;
        var outcomes = BodyOutcomes.Of(scope, section,
            unknown => Report(scope, source.Path, unknown, section.Error is not null || scope.Api?.Error is not null));
        new ErrorCodes(scope, section).Check(problem => Report(scope, source.Path, problem));
        // An expired token is recognised by the error body, so the body has to be parsed.
        var isRead = !outcomes.IsEmpty || scope.Api?.Authentication.Any(static scheme => scheme.ExpiredWhen is not null) == true;
        var shape = isRead ? XmlShapes.Of(scope, outcomes.Error, isRequest: false, out _) : null;
        var text = isRead && outcomes.IsText ? new TextForms(outcomes.ErrorCodeForm, outcomes.ErrorMessageForm) : null;
        var isOfItems = isRead && shape is null && outcomes.IsOfItems;
        if (outcomes.IsEmpty && shape is null && text is null && !isOfItems)
            return null;
        var success = (outcomes.Success ?? []).Select(StatedClause.OfResponse).ToEquatableArray();
        IReadOnlyList<BodyDeclaration> failed = outcomes.ErrorCode is null && outcomes.ErrorMessage is null ? [] : FailedBodies.Of(scope, section, outcomes);
        return new StatedOutcomes(success, outcomes.ErrorCode?.Path ?? [], outcomes.ErrorMessage?.Path ?? [])
        {
            ErrorCodeAliases = outcomes.ErrorCode?.Aliases ?? [],
            ErrorMessageAliases = outcomes.ErrorMessage?.Aliases ?? [],
            HidesErrorCode = IsSecret(scope, outcomes.ErrorCode, failed),
            // A server writes the text, which can repeat a secret of the same body.
            HidesErrorMessage = outcomes.ErrorMessage is { } message && (message.IsSecret || SecretRows.AreIn(scope, failed)),
            XmlShape = shape?.ToString(),
            Text = text,
            IsOfItems = isOfItems,
        };
    }

    // The client reads the member in every failed body, which can be another one than 'error'.
    private static bool IsSecret(ApiScope scope, OutcomeMember? member, IReadOnlyList<BodyDeclaration> failed)
        => member is not null && (member.IsSecret || failed.Any(body
            => BodyOutcomes.TableOf(scope, body).Table is { } table && RowPath.Find(table, string.Join(".", member.Path)) is { IsSecret: true }));

    /// <summary>Reports names in the API file that its error body does not have.</summary>
    public static void Check(ApiScope scope)
    {
        if (scope.ApiFile is { } file)
            scope.Steps.Check(file, new FilePart(FilePartKind.Outcomes), scope, static scope => CheckApi(scope, scope.Api!));
    }

    private static void CheckApi(ApiScope scope, ApiDeclaration api)
    {
        BodyOutcomes.Check(scope, unknown => Report(scope, scope.ApiFile!.Path, unknown, api.Error is not null));
        new ErrorCodes(scope, null).Check(problem => Report(scope, scope.ApiFile!.Path, problem));
    }

    private static void Report(ApiScope scope, string path, ErrorCodeProblem problem)
    {
        var code = problem.Code;
        if (problem.Impossible is { } impossible)
            Report(scope, path, code.Pointer, problem.Member, impossible);
        else
            scope.Report.Add(SpecRules.DuplicateCode, path, code.Pointer, "'" + code.Code + "' (also printed as '" + problem.First + "')");
    }

    /// <summary>Reports a value that a row can never have, at the condition or the error code.</summary>
    /// <param name="scope">The API.</param>
    /// <param name="path">The file of the condition or error code.</param>
    /// <param name="pointer">The condition or error code.</param>
    /// <param name="name">The name of the row.</param>
    /// <param name="value">The value.</param>
    public static void Report(ApiScope scope, string path, string pointer, string name, ImpossibleValue value)
        => scope.Report.Add(
            SpecRules.WrongConstant, path, pointer, value.Text, "'" + name + "' never has this value"
                + (value.Negative is { } negative ? "; write '" + negative + "' if the number is negative" : scope.Report.Hint(value.Text, value.Known)));

    private static void Report(ApiScope scope, string path, UnknownName unknown, bool hasError) => Report(scope, path, "/" + unknown.Key, unknown, hasError);

    /// <summary>Reports a name that the error body does not have, at the key that names it.</summary>
    public static void Report(ApiScope scope, string path, string pointer, UnknownName unknown, bool hasError)
        => Report(scope, path, pointer, unknown, "'error'", hasError ? null : "; write 'error:' with the members of a failed response");

    /// <summary>Reports a name that a body does not have, at the key that names it.</summary>
    /// <param name="scope">The API.</param>
    /// <param name="path">The file of the key.</param>
    /// <param name="pointer">The key.</param>
    /// <param name="unknown">The name.</param>
    /// <param name="body">The body, as the message names it.</param>
    /// <param name="advice">What to do; null: use the nearest name that the body has.</param>
    public static void Report(ApiScope scope, string path, string pointer, UnknownName unknown, string body, string? advice) => scope.Report.AddPart(
        SpecRules.UnknownMember,
        path,
        pointer + SpecLocations.Value,
        unknown.Offset,
        unknown.Length,
        unknown.Name,
        body,
        unknown.List is { } list ? "; '" + list + "' is a list, and members of list items cannot be named here"
            : unknown.Advice ?? advice ?? scope.Report.Hint(unknown.Name, unknown.Candidates));
}
