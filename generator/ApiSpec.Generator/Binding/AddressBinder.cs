using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Creates the variant of an operation whose URL comes from a response, for example to watch a job or to take the next step.
/// </summary>
internal static class AddressBinder
{
    private const string Description =
        "The address, as a response holds it. Only its path and query are used: the request goes to the server that this client was made for.";

    /// <returns>Null if no response links to the operation, or if its request body already contains the URL.</returns>
    public static GeneratedOperation? Bind(GeneratedOperation operation, LinkIndex links)
    {
        var inTarget = operation.Target.Where(static part => part.Value is not null).Select(static part => part.Value!).ToList();
        if (operation.Link is not null || inTarget.Count == 0 || !links.IsLinked(operation.Id))
            return null;
        var others = operation.Parameters.Where(parameter => !inTarget.Contains(parameter)).ToList();
        var address = new OperationParameter
        {
            WireName = "address",
            Name = NameBeside(others),
            Type = new CodeType { Kind = CodeTypeKind.String },
            Documentation = new Documentation(Description),
        };
        return operation with
        {
            Method = operation.Method + "At",
            Parameters = [address, .. others],
            Target = [new TargetPart { Kind = TargetPartKind.Address, Value = address }],
            Query = operation.Headers.Any(static header => header.InQuery) ? operation.Query : null,
            // Group rules about the path and query do not apply to a URL from a response.
            Choices = operation.Choices
                .Where(static choice => choice.Values.All(static value => value.Place is ChoicePlace.Body or ChoicePlace.Part))
                .ToEquatableArray(),
            Conditions = null,
            Paging = null,
            Response = operation.Response with { Items = null },
            Token = null,
            ResponseHeaders = null,
            Linked = [],
            DoneWhen = [],
        };
    }

    private static string NameBeside(List<OperationParameter> others)
    {
        var name = "address";
        while (others.Exists(other => string.Equals(other.Name, name, StringComparison.Ordinal)))
            name = "_" + name;
        return name;
    }
}
