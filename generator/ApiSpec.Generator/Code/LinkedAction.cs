using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Code;

/// <summary>A method that reads an action object and carries the action out.</summary>
/// <param name="Name">The method without <c>Async</c>: <c>Stop</c>.</param>
/// <param name="Target">The operation that carries it out, with what the method needs of it.</param>
internal sealed record LinkedAction(string Name, GeneratedOperation Target)
{
    /// <summary>What the name of the method ends in that lets the caller change the action object: <c>StopWith</c>.</summary>
    /// <remarks>It is not an overload: <c>StopAsync(id, default)</c> would be ambiguous.</remarks>
    public const string Changed = "With";

    /// <summary>Leaves out what does not concern callers of the action, so that a change there does not write its file again.</summary>
    public static GeneratedOperation WithoutDetails(GeneratedOperation target) => target with
    {
        Title = null,
        Sources = [],
        Remarks = null,
        Notes = null,
        Version = null,
        Statuses = [],
        Outcomes = null,
        Choices = [],
        Conditions = null,
        Paging = null,
        ResponseHeaders = null,
        Token = null,
        AtAddress = null,
        Selection = null,
        Linked = [],
        DoneWhen = [],
        Actions = [],
        Response = target.Response with { Items = null },
    };

    /// <summary>Tells whether a parameter of the target comes from the link.</summary>
    public static bool IsOfLink(GeneratedOperation target, OperationParameter parameter)
        => target.Target.Any(part => ReferenceEquals(part.Value, parameter));

    /// <summary>The roles that the two calls need. A caller needs one role of each list.</summary>
    public static IEnumerable<EquatableArray<RoleMember>> RolesOf(GeneratedOperation read, GeneratedOperation target)
    {
        // Who has a role of the smaller list also has one of the larger.
        if (Includes(read.Roles, target.Roles))
            return target.Roles.Count == 0 ? [read.Roles] : [target.Roles];
        return Includes(target.Roles, read.Roles) ? read.Roles.Count == 0 ? [target.Roles] : [read.Roles] : [read.Roles, target.Roles];
    }

    private static bool Includes(EquatableArray<RoleMember> all, EquatableArray<RoleMember> some)
        => some.All(role => all.Any(other => string.Equals(other.Name, role.Name, StringComparison.Ordinal)));
}
