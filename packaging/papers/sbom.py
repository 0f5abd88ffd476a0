"""The parts as a bill of materials: CycloneDX 1.6 as JSON, the same bytes for the same parts and time."""

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from papers.debian import LICENCE
from papers.parts import Part


def sbom(version: str, system: str, parts: list[Part], moment: int) -> str:
    """Give the bill of `parts` at `moment` (Unix seconds) as JSON; ValueError where it breaks its schema."""
    product = _component("evenkeel", version, "MIT", ComponentType.APPLICATION)
    product.properties.add(Property(name="evenkeel:system", value=system))
    by_name = {part.name: _of(part) for part in parts}
    bom = Bom(components=by_name.values())
    bom.metadata.component = product
    bom.metadata.timestamp = datetime.fromtimestamp(moment, UTC)
    contents = "\n".join(f"{part.name} {part.version} {part.hashes}" for part in parts)
    bom.serial_number = uuid5(NAMESPACE_URL, f"evenkeel {version} {system}\n{contents}")
    for carrier, component in [("evenkeel", product), *by_name.items()]:
        inside = [Dependency(ref=by_name[part.name].bom_ref) for part in parts if carrier in part.carriers]
        bom.dependencies.add(Dependency(ref=component.bom_ref, dependencies=inside))
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        raise ValueError(f"The bill of materials breaks its schema: {fault}")
    return text + "\n"


def _of(part: Part) -> Component:
    """Give one part as a component; files of a package are known by their hashes."""
    kind = ComponentType.MACHINE_LEARNING_MODEL if "(speech model)" in part.name else ComponentType.LIBRARY
    component = _component(part.name, part.version, part.licence, kind)
    component.description = part.note or None
    if part.source:
        component.purl = PackageURL(
            part.source, "debian" if part.source == "deb" else None, part.name, part.version
        )
    if part.source == "pypi":
        # The schema has one hash a component; the lock may allow a file for each system.
        for digest in part.hashes:
            component.properties.add(Property(name="evenkeel:allowed-sha256", value=digest))
        if len(part.hashes) == 1:
            component.hashes.add(HashType(alg=HashAlgorithm.SHA_256, content=part.hashes[0]))
    return component


def _component(name: str, version: str | None, licence: str, kind: ComponentType) -> Component:
    component = Component(name=name, version=version, type=kind, bom_ref=name)
    if licence == LICENCE:
        component.licenses.add(DisjunctiveLicense(name=licence))
    else:
        compound = " " in licence or licence.startswith("LicenseRef-")  # which the schema takes only so
        component.licenses.add(LicenseExpression(licence) if compound else DisjunctiveLicense(id=licence))
    return component
