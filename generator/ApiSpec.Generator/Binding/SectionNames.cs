using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>The C# names that follow from <c>operation:</c>.</summary>
/// <param name="Id">The operation as in the spec: <c>Tasks.GetRerunStart</c>.</param>
/// <param name="Group">The property of the client: <c>Tasks</c>.</param>
/// <param name="Method">The method without <c>Async</c>: <c>GetRerunStart</c>.</param>
internal sealed record SectionNames(string Id, string Group, string Method)
{
    /// <summary>The method that returns the response for any status, without <c>Async</c>.</summary>
    public string MethodWithResponse { get; } = Method + "WithResponse";

    /// <summary>The prefix of the operation's own types: <c>TasksGetRerunStart</c>.</summary>
    public string Stem => Group + Method;

    public static SectionNames? Of(SectionDeclaration section)
    {
        var group = ReservedNames.OfClient.Free(CSharpName.OfDeclared(section.Group));
        var method = section.CSharpName ?? ReservedNames.OfGroup.Free(CSharpName.OfDeclared(section.Method), group);
        return CSharpName.IsTypeName(group) && CSharpName.IsTypeName(method)
            ? new SectionNames(section.Id, group, method)
            : null;
    }
}
