using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ApiSpec.Tool.Roles;

/// <summary>An assembly that is read and not loaded: nothing of it runs.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private const string RolesAttribute = "ApiRolesAttribute";
    private const string LibraryNamespace = "ApiSpec";

    private readonly PEReader _image;
    private Dictionary<string, TypeDefinitionHandle>? _types;

    private AssemblyFile(PEReader image)
    {
        _image = image;
        Reader = image.GetMetadataReader();
    }

    public MetadataReader Reader { get; }

    /// <summary>Whether the assembly can have the library's attributes.</summary>
    public bool ReferencesLibrary
        => Reader.AssemblyReferences.Any(handle => Reader.StringComparer.Equals(Reader.GetAssemblyReference(handle).Name, LibraryNamespace));

    /// <summary>Opens a file.</summary>
    /// <exception cref="BadImageFormatException">The file is no .NET assembly.</exception>
    public static AssemblyFile Open(string path)
    {
        var image = new PEReader(File.OpenRead(path));
        try
        {
            return image.HasMetadata ? new AssemblyFile(image) : throw new BadImageFormatException("The file is not a .NET assembly.");
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    public void Dispose() => _image.Dispose();

    /// <summary>The methods that a method names in its body.</summary>
    public IEnumerable<EntityHandle> MethodsNamedBy(MethodDefinition method)
        => method.RelativeVirtualAddress == 0 ? [] : MethodInstructions.MethodsIn(_image.GetMethodBody(method.RelativeVirtualAddress).GetILReader());

    /// <summary>A type by its full name, with <c>+</c> before the name of a nested one; null: the assembly has none.</summary>
    public TypeDefinitionHandle? FindType(string fullName)
    {
        _types ??= Reader.TypeDefinitions.GroupBy(handle => TypeNames.Instance.GetTypeFromDefinition(Reader, handle, 0), StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        return _types.TryGetValue(fullName, out var handle) ? handle : null;
    }

    /// <summary>What a method needs of its caller; null: nothing.</summary>
    public RequiredRoles? RequiredBy(MethodDefinition method)
    {
        foreach (var handle in method.GetCustomAttributes())
        {
            var attribute = Reader.GetCustomAttribute(handle);
            if (!IsRolesAttribute(attribute.Constructor))
                continue;
            var value = attribute.DecodeValue(TypeNames.Instance);
            var roles = value.FixedArguments is [{ Value: System.Collections.Immutable.ImmutableArray<CustomAttributeTypedArgument<string>> elements }]
                ? elements.Select(static element => element.Value as string ?? "").ToList()
                : [];
            var api = value.NamedArguments.FirstOrDefault(static argument => argument.Name == "Api").Value as string;
            return roles.Count == 0 ? null : new RequiredRoles(api, roles);
        }

        return null;
    }

    private bool IsRolesAttribute(EntityHandle constructor)
    {
        var type = constructor.Kind switch
        {
            HandleKind.MemberReference => Reader.GetMemberReference((MemberReferenceHandle)constructor).Parent,
            HandleKind.MethodDefinition => Reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
            _ => default,
        };
        return type.Kind switch
        {
            HandleKind.TypeReference when Reader.GetTypeReference((TypeReferenceHandle)type) is var reference
                => Reader.StringComparer.Equals(reference.Name, RolesAttribute) && Reader.StringComparer.Equals(reference.Namespace, LibraryNamespace),
            HandleKind.TypeDefinition => TypeNames.Instance.GetTypeFromDefinition(Reader, (TypeDefinitionHandle)type, 0) == LibraryNamespace + "." + RolesAttribute,
            _ => false,
        };
    }
}
