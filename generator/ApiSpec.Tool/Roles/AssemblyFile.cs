using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ApiSpec.Tool.Roles;

/// <summary>An assembly that is read but not loaded, so that none of its code runs.</summary>
internal sealed class AssemblyFile : IDisposable
{
    private const string RolesAttribute = "ApiRolesAttribute";
    private const string LibraryNamespace = "ApiSpec";

    // Methods only share instructions if they are very short. In a hostile file, all methods could share the same long ones.
    private const int MostReads = 16;

    private readonly PEReader _image;
    private readonly long _length;
    private readonly Dictionary<TypeDefinitionHandle, Dictionary<string, MethodDefinitionHandle>> _methods = [];
    private Dictionary<string, TypeDefinitionHandle>? _types;
    private long _instructionsRead;
    private long _methodsIndexed;

    private AssemblyFile(string path, PEReader image, long length)
    {
        Path = path;
        _image = image;
        _length = length;
        Reader = image.GetMetadataReader();
    }

    /// <summary>The path of the file.</summary>
    public string Path { get; }

    public MetadataReader Reader { get; }

    /// <summary>Whether the assembly can have the library's attributes.</summary>
    public bool ReferencesLibrary
        => Reader.AssemblyReferences.Any(handle => Reader.StringComparer.Equals(Reader.GetAssemblyReference(handle).Name, LibraryNamespace));

    /// <summary>Opens a file.</summary>
    /// <exception cref="BadImageFormatException">The file is not a .NET assembly.</exception>
    public static AssemblyFile Open(string path)
    {
        // Opening a pipe waits for its other end. Pipes and devices have no length.
        if (new FileInfo(path) is { Exists: true } file && (file.Length == 0 || (file.Attributes & FileAttributes.Device) != 0))
            throw new BadImageFormatException("The file is empty, or not a regular file.", path);
        var stream = File.OpenRead(path);
        var image = new PEReader(stream);
        try
        {
            return MetadataLimits.Read(
                path,
                () => image.HasMetadata ? new AssemblyFile(path, image, stream.Length) : throw new BadImageFormatException("The file is not a .NET assembly."));
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    public void Dispose() => _image.Dispose();

    /// <summary>Returns the methods that the body of a method refers to.</summary>
    public IEnumerable<EntityHandle> MethodsNamedBy(MethodDefinition method)
    {
        if (method.RelativeVirtualAddress == 0)
            return [];
        var body = _image.GetMethodBody(method.RelativeVirtualAddress);
        if ((_instructionsRead += body.Size) > MostReads * _length)
            throw new BadImageFormatException("Methods have more instructions than the file has bytes.");
        return MethodInstructions.MethodsIn(body.GetILReader());
    }

    /// <summary>Finds a type by its full name, with <c>+</c> before the name of a nested type; null: there is no such type.</summary>
    public TypeDefinitionHandle? FindType(string fullName)
    {
        _types ??= Reader.TypeDefinitions.GroupBy(handle => TypeNames.Of(Reader, handle), StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        return _types.TryGetValue(fullName, out var handle) ? handle : null;
    }

    /// <summary>Finds a method of a type; null: there is no method with that name and signature.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">The name of the method.</param>
    /// <param name="signature">Its <see cref="SignatureText"/>.</param>
    public MethodDefinitionHandle? FindMethod(TypeDefinitionHandle type, string name, string signature)
    {
        if (!_methods.TryGetValue(type, out var methods))
            _methods.Add(type, methods = Index(type));
        return methods.TryGetValue(name + " " + signature, out var handle) ? handle : null;
    }

    /// <summary>Returns the roles that a method, or the method that it overrides, requires of its caller: one role of each item. Empty: none.</summary>
    public IReadOnlyList<RequiredRoles> RequiredBy(MethodDefinitionHandle handle)
    {
        for (var depth = 0; depth < MetadataLimits.MaxDepth; depth++)
        {
            var method = Reader.GetMethodDefinition(handle);
            if (StatedBy(method) is { } stated)
                return stated;
            if (OverriddenBy(method) is not { } overridden)
                return [];
            handle = overridden;
        }

        throw new BadImageFormatException("A type has too many base types, or is its own.");
    }

    private Dictionary<string, MethodDefinitionHandle> Index(TypeDefinitionHandle type)
    {
        var methods = new Dictionary<string, MethodDefinitionHandle>(StringComparer.Ordinal);
        foreach (var handle in Reader.GetTypeDefinition(type).GetMethods())
        {
            // Each method is in one type.
            if (++_methodsIndexed > Reader.MethodDefinitions.Count)
                throw new BadImageFormatException("A method is in several types.");
            var method = Reader.GetMethodDefinition(handle);
            methods.TryAdd(Reader.ReadName(method.Name) + " " + SignatureText.Of(Reader, method.Signature), handle);
        }

        return methods;
    }

    // Null: the method has no such attribute itself.
    private List<RequiredRoles>? StatedBy(MethodDefinition method)
    {
        List<RequiredRoles>? required = null;
        foreach (var handle in method.GetCustomAttributes())
        {
            var attribute = Reader.GetCustomAttribute(handle);
            if (!IsRolesAttribute(attribute.Constructor))
                continue;
            required ??= [];
            if (RoleAttributeValue.Read(Reader.GetBlobReader(attribute.Value)) is { } roles)
                required.Add(roles);
        }

        return required;
    }

    // A base type in another assembly is not followed. A generic base type is compared with its own type parameters.
    private MethodDefinitionHandle? OverriddenBy(MethodDefinition method)
    {
        if ((method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) != MethodAttributes.Virtual)
            return null;
        string? signature = null;
        var type = Reader.GetTypeDefinition(method.GetDeclaringType()).BaseType;
        for (var depth = 0; depth < MetadataLimits.MaxDepth; depth++)
        {
            if (type.Kind == HandleKind.TypeSpecification)
                type = GenericType(Reader, (TypeSpecificationHandle)type);
            if (type.Kind != HandleKind.TypeDefinition || type.IsNil)
                return null;
            signature ??= SignatureText.Of(Reader, method.Signature);
            if (FindMethod((TypeDefinitionHandle)type, Reader.ReadName(method.Name), signature) is { } found)
                return found;
            type = Reader.GetTypeDefinition((TypeDefinitionHandle)type).BaseType;
        }

        throw new BadImageFormatException("A type has too many base types, or is its own.");
    }

    /// <summary>Returns the generic type of a constructed type; nil: it is not an instance of a generic type.</summary>
    /// <remarks>ECMA-335, II.23.2.14: the signature of such an instance starts with its kind, the kind of the generic type, and the generic type.</remarks>
    public static EntityHandle GenericType(MetadataReader reader, TypeSpecificationHandle handle)
    {
        var signature = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;
        signature.ReadCompressedInteger();
        // The generic type is always a named type.
        return signature.ReadTypeHandle() is { Kind: not HandleKind.TypeSpecification } type ? type : default;
    }

    private bool IsRolesAttribute(EntityHandle constructor)
    {
        var type = constructor.Kind switch
        {
            HandleKind.MemberReference => Reader.GetMemberReference((MemberReferenceHandle)constructor).Parent,
            HandleKind.MethodDefinition => Reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
            _ => default,
        };
        return type.Kind is HandleKind.TypeReference or HandleKind.TypeDefinition && !type.IsNil
            && TypeNames.Of(Reader, type) == LibraryNamespace + "." + RolesAttribute;
    }
}
