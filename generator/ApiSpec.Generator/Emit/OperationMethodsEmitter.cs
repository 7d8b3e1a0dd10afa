using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Emit;

/// <summary>
/// Writes the methods of an operation: a pair in the class of its group, another pair if a link can be followed, and the same methods in the interface.
/// </summary>
internal static class OperationMethodsEmitter
{
    /// <summary>The attribute of the overload that a compiler prefers.</summary>
    public const string Priority = "[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]";

    public static void Write(CodeWriter writer, OperationSignature signature)
    {
        var operation = signature.Operation;
        var members = new List<InterfaceMember>();
        writer.Open($"{operation.Context.Accessibility} sealed partial class {operation.GroupClass}");
        var isFirst = true;
        foreach (var followsLink in signature.CanFollowLink ? new[] { false, true } : [false])
        {
            foreach (var overload in signature.Overloads(followsLink))
            {
                foreach (var throws in new[] { true, false })
                {
                    if (!isFirst)
                        writer.Write();
                    isFirst = false;
                    WriteMethod(writer, overload, followsLink, throws);
                    members.Add(new InterfaceMember(
                        Cref(overload, followsLink, throws),
                        $"{ReturnType(overload, throws)} {MethodName(overload, throws)}({overload.DeclareParameters(followsLink)})",
                        InterfaceMember.BodyOf(overload, followsLink, MethodName(overload, throws), overload.Names(followsLink)),
                        writer => WriteAttributes(writer, overload, followsLink)) { IsPreferred = overload.NeedsPriority(followsLink) });
                }
            }
        }

        foreach (var overload in signature.Overloads(followsLink: false))
        {
            if (operation.Paging is { } paging)
            {
                PagesEmitter.WriteMethods(writer, overload, paging);
                members.AddRange(PagesEmitter.Members(overload, paging));
            }
            else if (operation.Response.Items is { } items)
            {
                writer.Write();
                WriteItems(writer, overload, items);
                members.Add(new InterfaceMember(
                    $"{operation.Context.GlobalPrefix}{operation.GroupClass}.{operation.Method}ItemsAsync({overload.CrefParameters(followsLink: false)})",
                    ItemsSignature(overload, items),
                    InterfaceMember.BodyOf(overload, followsLink: false, $"{operation.Method}ItemsAsync", overload.Names(followsLink: false)),
                    writer => WriteAttributes(writer, overload, followsLink: false)) { IsPreferred = overload.NeedsPriority(followsLink: false) });
            }
        }

        foreach (var action in operation.Actions)
        {
            foreach (var overload in signature.Overloads(followsLink: false))
            {
                ActionEmitter.WriteMethods(writer, overload, action);
                members.AddRange(ActionEmitter.Members(overload, action));
            }
        }

        if (operation.DoneWhen.Count > 0)
        {
            foreach (var overload in signature.Overloads(followsLink: false))
            {
                WaitEmitter.WriteMethod(writer, overload);
                members.Add(WaitEmitter.Member(overload));
            }
        }

        writer.Close();
        writer.Write();
        InterfaceMember.WriteAll(writer, operation, members);
    }

    // A list can be too large for the memory, so its items are returned while the rest is still received.
    private static void WriteItems(CodeWriter writer, OperationSignature signature, Envelope items)
    {
        if (signature.OmitsQuery)
        {
            var whole = new OperationSignature(signature.Operation, signature.Types);
            var method = $"{signature.Operation.Context.GlobalPrefix}{signature.Operation.GroupClass}.{signature.Operation.Method}ItemsAsync";
            writer.Write($$"""/// <inheritdoc cref="{{method}}({{whole.CrefParameters(followsLink: false)}})"/>""");
        }
        else
        {
            WriteItemsDocumentation(writer, signature, items);
        }

        WriteAttributes(writer, signature, followsLink: false);
        var request = $"{signature.Description}.CreateRequest({signature.PassParameters(followsLink: false)})";
        writer.Write($$"""
            public {{ItemsSignature(signature, items)}}
                => _connection.EnumerateAsync({{signature.Description}}.Call, {{request}}, {{SafeText.Literal(items.WireName)}}, {{items.Item.Name}}.Json, cancellationToken);
            """);
    }

    private static void WriteItemsDocumentation(CodeWriter writer, OperationSignature signature, Envelope items)
    {
        WriteDescription(writer, signature, followsLink: false);
        writer.WriteElement(
            "returns", "", $"The items of '{items.WireName}', each as soon as it has arrived. Nothing is sent before the first is asked for.");
        WriteStatusExceptions(writer, signature.Operation);
        writer.WriteElement(
            "exception", " cref=\"global::ApiSpec.ApiCallException\"", "The server could not be reached, took too long, or contradicted the reference.");
    }

    private static string ItemsSignature(OperationSignature signature, Envelope items)
        => $"{RuntimeTypes.AsyncEnumerable}<{items.Item.Name}> {signature.Operation.Method}ItemsAsync({signature.DeclareParameters(followsLink: false)})";

    private static void WriteMethod(CodeWriter writer, OperationSignature signature, bool followsLink, bool throws)
    {
        if (signature.OmitsQuery)
            writer.Write($$"""/// <inheritdoc cref="{{Cref(new OperationSignature(signature.Operation, signature.Types), followsLink, throws)}}"/>""");
        else
            WriteDocumentation(writer, signature, followsLink, throws);
        WriteAttributes(writer, signature, followsLink);
        var call = throws ? "SendAsync" : "SendWithResponseAsync";
        var request = $"{signature.Description}.CreateRequest({signature.PassParameters(followsLink)})";
        writer.Write($$"""
            public {{ReturnType(signature, throws)}} {{MethodName(signature, throws)}}({{signature.DeclareParameters(followsLink)}})
                => _connection.{{call}}({{signature.Description}}.Call, {{request}}, cancellationToken){{(throws && signature.MayHaveNoFile ? "!" : "")}};
            """);
    }

    private static string MethodName(OperationSignature signature, bool throws)
        => throws ? $"{signature.Operation.Method}Async" : $"{signature.Operation.Method}WithResponseAsync";

    private static string ReturnType(OperationSignature signature, bool throws)
    {
        if (!throws)
            return $"{RuntimeTypes.Task}<{signature.ResponseType}>";
        return signature.BodyType is null ? RuntimeTypes.Task : $"{RuntimeTypes.Task}<{signature.BodyType}{(signature.MayHaveNoFile ? "?" : "")}>";
    }

    /// <summary>Writes what a compiler is told about a method: which overload it prefers, what to use instead of it, and who may call it.</summary>
    public static void WriteAttributes(CodeWriter writer, OperationSignature signature, bool followsLink)
    {
        WritePriority(writer, signature, followsLink);
        WriteAttributes(writer, signature.Operation);
    }

    /// <summary>Writes which of several overloads a compiler prefers; nothing if there is one.</summary>
    public static void WritePriority(CodeWriter writer, OperationSignature signature, bool followsLink)
    {
        if (signature.NeedsPriority(followsLink))
            writer.Write(Priority);
    }

    /// <summary>Writes the attributes of a method: its replacement if it is deprecated, and the roles that can call it.</summary>
    public static void WriteAttributes(CodeWriter writer, GeneratedOperation operation)
    {
        writer.WriteObsolete(operation.Deprecated);
        WriteRoles(writer, operation, operation.Roles);
    }

    /// <summary>Writes the roles of which a caller needs one; nothing when there are none.</summary>
    public static void WriteRoles(CodeWriter writer, GeneratedOperation operation, EquatableArray<RoleMember> roles)
    {
        if (roles.Count == 0)
            return;
        var names = string.Join(", ", roles.Select(static role => SafeText.Literal(role.Name)));
        writer.Write($"[global::ApiSpec.ApiRoles({names}, Api = {SafeText.Literal(operation.Context.ApiId)})]");
    }

    private static void WriteDocumentation(CodeWriter writer, OperationSignature signature, bool followsLink, bool throws)
    {
        if (throws)
        {
            WriteDescription(writer, signature, followsLink);
            if (signature.BodyType is not null)
                writer.WriteElement("returns", "", $"The body of the successful response{WithoutBody(signature.Operation)}.");
            WriteStatusExceptions(writer, signature.Operation);
        }
        else
        {
            writer.Write($$"""/// <inheritdoc cref="{{Cref(signature, followsLink, throws: true)}}" path="/summary | /remarks | /param"/>""");
            writer.WriteElement("returns", "", "The status, the headers and the body, whatever the status is.");
        }

        GroupRuleEmitter.WriteDocumentation(writer, signature.Operation, followsLink);
        if (followsLink)
        {
            writer.WriteElement(
                "exception", " cref=\"global::ApiSpec.ApiLinkException\"",
                $"The '{signature.Operation.Link!.WireName}' of the body does not point to this operation.");
        }

        if (signature.Operation.IsAtAddress)
            writer.WriteElement("exception", " cref=\"global::ApiSpec.ApiLinkException\"", "The URL does not point to this operation.");

        writer.WriteElement(
            "exception", " cref=\"global::ApiSpec.ApiCallException\"", "The server could not be reached, took too long, or contradicted the reference.");
    }

    public static void WriteDescription(CodeWriter writer, OperationSignature signature, bool followsLink)
    {
        var operation = signature.Operation;
        writer.WriteSummary(operation.Function ?? operation.Title ?? $"{operation.Id} of the reference.");
        writer.WriteRemarks(Remarks(operation, followsLink).ToEquatableArray());
        foreach (var parameter in signature.Parameters(followsLink))
        {
            if (parameter.IsBody && followsLink)
                writer.WriteElement(
                    "param", " name=\"body\"", $"The request body, as an earlier call returned it; its '{operation.Link!.WireName}' says what to call.");
            else
                WriteParameter(writer, parameter);
        }

        writer.WriteElement("param", " name=\"cancellationToken\"", "Cancels the call.");
    }

    /// <summary>Writes what a parameter is: a value of the reference, the body, or the record of optional values.</summary>
    public static void WriteParameter(CodeWriter writer, SignatureParameter parameter)
    {
        if (parameter.Value is { } value)
            writer.WriteParameter(parameter.Name, value.Documentation);
        else if (parameter.IsBody)
            writer.WriteElement("param", " name=\"body\"", "The request body.");
        else
            writer.WriteElement("param", " name=\"query\"", "The optional values, or null.");
    }

    // Describes the results without a body.
    private static string WithoutBody(GeneratedOperation operation)
    {
        if (operation.Response is not { MayLackBody: true, Kind: ResponseKind.Json or ResponseKind.Download })
            return "";
        var codes = operation.Statuses.Where(static status => status.MayLackBody).Select(static status => status.CodeText);
        var list = string.Join(" or ", codes);
        return list.Length == 0 ? ", or null without a body" : $", or null without a body, as the reference says of {list}";
    }

    private static string Cref(OperationSignature signature, bool followsLink, bool throws)
    {
        var type = signature.Operation.Context.GlobalPrefix + signature.Operation.GroupClass;
        return $"{type}.{MethodName(signature, throws)}({signature.CrefParameters(followsLink)})";
    }

    private static IEnumerable<string> Remarks(GeneratedOperation operation, bool followsLink)
    {
        var heading = string.Join(
            ": ", new[] { operation.Section is null ? null : $"Section {operation.Section}", operation.Title }.Where(static part => part is not null));
        if (heading.Length > 0)
            yield return operation.Sources.Count == 0 ? $"{heading}." : $"{heading} ({string.Join("; ", operation.Sources)}).";
        yield return $"{operation.HttpMethod} {operation.PathTemplate}";
        if (operation.Roles.Count > 0)
            yield return $"Roles: {string.Join(", ", operation.Roles.Select(static role => role.Name))}.";
        if (followsLink)
            yield return "Only path and query of the link are used: the request goes to the server that this client was made for.";
        if (operation.AtAddress is not null)
            yield return $"{operation.Method}AtAsync calls it at an address that a response holds.";
        if (operation.Selection is not null)
            yield return $"Asks for whole items; {operation.Method}SelectedAsync asks for some of their members.";
        if (operation.Remarks is { } remarks)
            yield return remarks;
    }

    public static void WriteStatusExceptions(CodeWriter writer, GeneratedOperation operation)
    {
        var rows = operation.Statuses
            .Where(static status => status is { IsResult: false, FirstCode: >= 200 })
            .Select(StatusEnumEmitter.DescribeWithBody);
        writer.WriteElement(
            "exception", " cref=\"global::ApiSpec.ApiException\"",
            string.Join("\n", rows.Prepend("The server responded with an unsuccessful status.")));
    }
}
