using ApiSpec.Generator.Code;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the methods that read an action object and carry the action out: one sends it unchanged, one lets the caller change it.</summary>
internal sealed class ActionEmitter
{
    private readonly OperationSignature _read;
    private readonly OperationSignature _target;
    private readonly LinkedAction _action;
    private readonly List<SignatureParameter> _required;
    private readonly List<SignatureParameter> _optional;
    private readonly string _local;
    private readonly string _change;

    private ActionEmitter(OperationSignature read, LinkedAction action)
    {
        _read = read;
        _action = action;
        _target = new OperationSignature(action.Target, read.Types);
        var own = read.Given(followsLink: false).ToList();
        // A value that both calls need is given once.
        var further = _target.Parameters(_target.CanFollowLink)
            .Where(parameter => parameter is { IsBody: false, IsOptional: false }
                && !own.Exists(other => string.Equals(other.Name, parameter.Name, StringComparison.Ordinal)));
        _required = [.. own.Where(static parameter => !parameter.IsOptional), .. further];
        _optional = own.FindAll(static parameter => parameter.IsOptional);
        _local = NameBeside("action");
        _change = NameBeside("change");
    }

    /// <summary>Writes the methods of an action on the class of the group.</summary>
    public static void WriteMethods(CodeWriter writer, OperationSignature read, LinkedAction action)
    {
        var emitter = new ActionEmitter(read, action);
        foreach (var changes in new[] { false, true })
        {
            writer.Write();
            emitter.WriteDocumentation(writer, changes);
            emitter.WriteAttributes(writer);
            writer.Write($$"""
                public {{emitter.Declaration(changes)}}
                    => {{emitter.Call(changes)}};
                """);
        }
    }

    /// <summary>The methods of an action, as the interface declares them.</summary>
    public static IEnumerable<InterfaceMember> Members(OperationSignature read, LinkedAction action)
    {
        var emitter = new ActionEmitter(read, action);
        foreach (var changes in new[] { false, true })
        {
            yield return new InterfaceMember(
                emitter.Cref(changes),
                emitter.Declaration(changes),
                InterfaceMember.BodyOf(read, followsLink: false, emitter.MethodName(changes), emitter.Names(changes)),
                emitter.WriteAttributes)
            {
                IsPreferred = read.NeedsPriority(followsLink: false),
            };
        }
    }

    /// <summary>Returns the methods of an action, each with its parameters in order, without the token.</summary>
    public static IEnumerable<(string Method, IReadOnlyList<(string Name, bool IsOptional)> Parameters)> Methods(OperationSignature read, LinkedAction action)
    {
        var emitter = new ActionEmitter(read, action);
        foreach (var changes in new[] { false, true })
        {
            var optional = emitter._optional.Select(static parameter => parameter.Name).ToList();
            yield return (emitter.MethodName(changes), [.. emitter.Names(changes).Select(name => (name, optional.Contains(name)))]);
        }
    }

    private void WriteDocumentation(CodeWriter writer, bool changes)
    {
        var read = _read.Operation;
        var target = _action.Target;
        if (_read.OmitsQuery)
        {
            var whole = new ActionEmitter(new OperationSignature(read, _read.Types), _action);
            writer.Write($$"""/// <inheritdoc cref="{{whole.Cref(changes)}}"/>""");
            return;
        }

        writer.WriteSummary(target.Function ?? $"{target.Id} of the reference.");
        writer.Write("/// <remarks>");
        var sent = changes ? "what the function makes of the action object" : "the action object";
        writer.WriteElement(
            "para", "", $"Calls {read.Id}, and then {target.Id} with {sent} that it returned. If the first call fails, the second is not made.");
        foreach (var roles in LinkedAction.RolesOf(read, target))
        {
            if (roles.Count > 0)
                writer.WriteElement("para", "", $"Roles: {string.Join(", ", roles.Select(static role => role.Name))}.");
        }

        writer.Write("/// </remarks>");
        foreach (var parameter in _required)
            OperationMethodsEmitter.WriteParameter(writer, parameter);
        if (changes)
            writer.WriteElement(
                "param",
                $" name=\"{_change}\"",
                "Receives the action object that the server returned, and returns the one to send, such as a copy with parameters.");
        foreach (var parameter in _optional)
            OperationMethodsEmitter.WriteParameter(writer, parameter);
        writer.WriteElement("param", " name=\"cancellationToken\"", "Cancels the calls.");
        if (_target.BodyType is not null)
            writer.WriteElement("returns", "", $"The body of the successful response of {target.Id}.");
        writer.WriteElement(
            "exception",
            " cref=\"global::ApiSpec.ApiException\"",
            "One of the calls returned a status that is not a success. The Operation of the exception is that call.");
        writer.WriteElement(
            "exception",
            " cref=\"global::ApiSpec.ApiLinkException\"",
            $"The '{target.Link!.WireName}' of the action object does not point to {target.Id}.");
        writer.WriteElement(
            "exception", " cref=\"global::ApiSpec.ApiCallException\"", "The server could not be reached, took too long, or contradicted the reference.");
    }

    private void WriteAttributes(CodeWriter writer)
    {
        OperationMethodsEmitter.WritePriority(writer, _read, followsLink: false);
        writer.WriteObsolete(_read.Operation.Deprecated ?? _action.Target.Deprecated);
        foreach (var roles in LinkedAction.RolesOf(_read.Operation, _action.Target))
            OperationMethodsEmitter.WriteRoles(writer, _read.Operation, roles);
    }

    private string Declaration(bool changes)
    {
        var parameters = _required.Select(static parameter => $"{parameter.Type} {parameter.Name}").ToList();
        if (changes)
            parameters.Add($"global::System.Func<{_read.BodyType}, {_read.BodyType}> {_change}");
        parameters.AddRange(_optional.Select(_read.Declare));
        parameters.Add(_read.LastParameter);
        var result = _target.BodyType is { } body ? $"{RuntimeTypes.Task}<{body}{(_target.MayHaveNoFile ? "?" : "")}>" : RuntimeTypes.Task;
        return $"{result} {MethodName(changes)}({string.Join(", ", parameters)})";
    }

    private string Cref(bool changes)
    {
        var parameters = _required.Select(static parameter => parameter.Cref).ToList();
        if (changes)
            parameters.Add($$"""global::System.Func{{{_read.BodyType}}, {{_read.BodyType}}}""");
        parameters.AddRange(_optional.Select(static parameter => parameter.Cref));
        parameters.Add(OperationSignature.Token);
        return $"{_read.Operation.Context.GlobalPrefix}{_read.Operation.GroupClass}.{MethodName(changes)}({string.Join(", ", parameters)})";
    }

    private string Call(bool changes)
    {
        var arguments = _target.Parameters(_target.CanFollowLink)
            .Select(parameter => parameter.IsBody ? _local : parameter.IsOptional ? "null" : parameter.Name);
        var change = changes ? $"{_change} ?? throw new global::System.ArgumentNullException(nameof({_change}))" : "null";
        var (read, target) = (_read.Description, _target.Description);
        return $$"""
            _connection.InvokeAsync(
                    {{change}},
                    {{read}}.Call, {{read}}.CreateRequest({{_read.PassParameters(followsLink: false)}}),
                    {{target}}.Call, {{_local}} => {{target}}.CreateRequest({{_target.InZone(arguments, OperationSignature.ZoneOfClient)}}), cancellationToken){{(_target.MayHaveNoFile ? "!" : "")}}
            """;
    }

    private string MethodName(bool changes) => $"{_action.Name}{(changes ? LinkedAction.Changed : "")}Async";

    // Of both overloads: the one without optional values passes them to the other.
    private IEnumerable<string> Names(bool changes)
    {
        var optional = _read.Parameters(followsLink: false).Where(static parameter => parameter.IsOptional).Select(static parameter => parameter.Name);
        return [.. _required.Select(static parameter => parameter.Name), .. changes ? [_change] : Array.Empty<string>(), .. optional];
    }

    private string NameBeside(string name)
    {
        while (_required.Concat(_optional).Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)))
            name = $"_{name}";
        return name;
    }
}
