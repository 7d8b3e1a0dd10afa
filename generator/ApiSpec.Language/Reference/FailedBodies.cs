using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Reference;

/// <summary>The bodies of a section that can report a failure.</summary>
internal static class FailedBodies
{
    /// <summary>Returns these bodies, with <c>same as</c> followed, each of them once.</summary>
    /// <param name="api">The files of the API.</param>
    /// <param name="section">The section.</param>
    /// <param name="outcomes">Its rules for bodies.</param>
    public static IReadOnlyList<BodyDeclaration> Of(IApiReference api, SectionDeclaration section, BodyOutcomes outcomes)
    {
        // A condition on the body can turn any success into a failure.
        var canAnyFail = outcomes.Success is not null;
        var declared = OutcomeTable.Of(api, section).All.Where(outcome => canAnyFail || !outcome.IsResult).Select(static outcome => outcome.OwnBody);
        if (canAnyFail)
            declared = declared.Append(section.Response);
        return [.. declared.OfType<BodyDeclaration>()
            .Distinct(ReferenceComparer<BodyDeclaration>.Instance)
            .Select(body => BodyReference.Resolve(api, body, isRequest: false))
            .Append(outcomes.Error)
            .OfType<BodyDeclaration>()];
    }
}
