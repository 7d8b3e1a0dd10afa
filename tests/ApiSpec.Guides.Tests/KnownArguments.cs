using System.Reflection;

namespace ApiSpec.Guides.Tests;

/// <summary>Arguments for the methods on the pages, chosen by type: a fake, a client of the server, its address, a task, and a folder of specs.</summary>
internal sealed class KnownArguments(Uri server) : IDisposable
{
    private readonly List<IDisposable> _created = [];

    /// <summary>Returns the arguments of a method or constructor. A parameter of another type fails.</summary>
    public object[] Of(MethodBase method) => [.. method.GetParameters().Select(parameter => ValueOf(parameter.ParameterType)
        ?? throw new InvalidOperationException(
            $"No argument is known for '{parameter}' of '{method.Name}'. Add its type to KnownArguments, or write '<!-- not run: reason -->' before it."))];

    /// <summary>Returns an object of a type that a page declares or extends.</summary>
    public object InstanceOf(Type type)
    {
        if (ClientOf(type) is { } client)
            return client;
        var constructor = type.GetConstructors().Single();
        var created = constructor.Invoke(Of(constructor));
        if (created is IDisposable disposable)
            _created.Add(disposable);
        return created;
    }

    public void Dispose()
    {
        foreach (var created in _created)
            created.Dispose();
    }

    private object? ValueOf(Type type)
    {
        if (type == typeof(Uri))
            return server;
        if (type == typeof(ApiCredential))
            return new BasicCredential("system", "manager");
        if (type == typeof(long))
            return 2026L;
        if (type == typeof(string))
            return "specs";
        if (type == typeof(CancellationToken))
            return CancellationToken.None;

        return type.Name.EndsWith("Fake", StringComparison.Ordinal) ? Create(type) : ClientOf(type);
    }

    // The type can be a client, a group of its operations, or an interface of one of them.
    private object? ClientOf(Type type)
    {
        if (!type.Name.EndsWith("Client", StringComparison.Ordinal))
            return null;
        foreach (var client in type.Assembly.GetExportedTypes().Where(static type => type.Name.EndsWith("Client", StringComparison.Ordinal)))
        {
            var isWhole = type.IsAssignableFrom(client);
            var group = client.GetProperties().FirstOrDefault(property => type.IsAssignableFrom(property.PropertyType));
            if ((isWhole || group is not null) && Create(client, server) is { } created)
                return isWhole ? created : group!.GetValue(created);
        }

        return null;
    }

    // A constructor can have optional parameters after these. Null: there is no such constructor.
    private object? Create(Type type, params object[] arguments)
    {
        var types = arguments.Select(static value => value.GetType());
        var constructor = type.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters() is var parameters
            && parameters.Take(arguments.Length).Select(static parameter => parameter.ParameterType).SequenceEqual(types)
            && parameters.Skip(arguments.Length).All(static parameter => parameter.IsOptional));
        var created = constructor?.Invoke(
            [.. arguments, .. constructor.GetParameters().Skip(arguments.Length).Select(static parameter => parameter.DefaultValue)]);
        if (created is IDisposable disposable)
            _created.Add(disposable);
        return created;
    }
}
