"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.DataOpenstackImagesImageV2 = void 0;
const cdktf = require("cdktf");
class DataOpenstackImagesImageV2 extends cdktf.TerraformDataSource {
    static tfResourceType = "openstack_images_image_v2";
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "openstack_images_image_v2", importId: importFromId, provider });
    }
    constructor(scope, id, config = {}) {
        super(scope, id, {
            terraformResourceType: 'openstack_images_image_v2',
            terraformGeneratorMetadata: {
                providerName: 'openstack',
                providerVersion: '3.4.0',
                providerVersionConstraint: '3.4.0'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._containerFormat = config.containerFormat;
        this._diskFormat = config.diskFormat;
        this._hidden = config.hidden;
        this._id = config.id;
        this._memberStatus = config.memberStatus;
        this._mostRecent = config.mostRecent;
        this._name = config.name;
        this._nameRegex = config.nameRegex;
        this._owner = config.owner;
        this._properties = config.properties;
        this._region = config.region;
        this._sizeMax = config.sizeMax;
        this._sizeMin = config.sizeMin;
        this._sort = config.sort;
        this._tag = config.tag;
        this._tags = config.tags;
        this._visibility = config.visibility;
    }
    get checksum() {
        return this.getStringAttribute('checksum');
    }
    _containerFormat;
    get containerFormat() {
        return this.getStringAttribute('container_format');
    }
    set containerFormat(value) {
        this._containerFormat = value;
    }
    resetContainerFormat() {
        this._containerFormat = undefined;
    }
    get containerFormatInput() {
        return this._containerFormat;
    }
    get createdAt() {
        return this.getStringAttribute('created_at');
    }
    _diskFormat;
    get diskFormat() {
        return this.getStringAttribute('disk_format');
    }
    set diskFormat(value) {
        this._diskFormat = value;
    }
    resetDiskFormat() {
        this._diskFormat = undefined;
    }
    get diskFormatInput() {
        return this._diskFormat;
    }
    get file() {
        return this.getStringAttribute('file');
    }
    _hidden;
    get hidden() {
        return this.getBooleanAttribute('hidden');
    }
    set hidden(value) {
        this._hidden = value;
    }
    resetHidden() {
        this._hidden = undefined;
    }
    get hiddenInput() {
        return this._hidden;
    }
    _id;
    get id() {
        return this.getStringAttribute('id');
    }
    set id(value) {
        this._id = value;
    }
    resetId() {
        this._id = undefined;
    }
    get idInput() {
        return this._id;
    }
    _memberStatus;
    get memberStatus() {
        return this.getStringAttribute('member_status');
    }
    set memberStatus(value) {
        this._memberStatus = value;
    }
    resetMemberStatus() {
        this._memberStatus = undefined;
    }
    get memberStatusInput() {
        return this._memberStatus;
    }
    _metadata = new cdktf.StringMap(this, "metadata");
    get metadata() {
        return this._metadata;
    }
    get minDiskGb() {
        return this.getNumberAttribute('min_disk_gb');
    }
    get minRamMb() {
        return this.getNumberAttribute('min_ram_mb');
    }
    _mostRecent;
    get mostRecent() {
        return this.getBooleanAttribute('most_recent');
    }
    set mostRecent(value) {
        this._mostRecent = value;
    }
    resetMostRecent() {
        this._mostRecent = undefined;
    }
    get mostRecentInput() {
        return this._mostRecent;
    }
    _name;
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    resetName() {
        this._name = undefined;
    }
    get nameInput() {
        return this._name;
    }
    _nameRegex;
    get nameRegex() {
        return this.getStringAttribute('name_regex');
    }
    set nameRegex(value) {
        this._nameRegex = value;
    }
    resetNameRegex() {
        this._nameRegex = undefined;
    }
    get nameRegexInput() {
        return this._nameRegex;
    }
    _owner;
    get owner() {
        return this.getStringAttribute('owner');
    }
    set owner(value) {
        this._owner = value;
    }
    resetOwner() {
        this._owner = undefined;
    }
    get ownerInput() {
        return this._owner;
    }
    _properties;
    get properties() {
        return this.getStringMapAttribute('properties');
    }
    set properties(value) {
        this._properties = value;
    }
    resetProperties() {
        this._properties = undefined;
    }
    get propertiesInput() {
        return this._properties;
    }
    get protected() {
        return this.getBooleanAttribute('protected');
    }
    _region;
    get region() {
        return this.getStringAttribute('region');
    }
    set region(value) {
        this._region = value;
    }
    resetRegion() {
        this._region = undefined;
    }
    get regionInput() {
        return this._region;
    }
    get schema() {
        return this.getStringAttribute('schema');
    }
    get sizeBytes() {
        return this.getNumberAttribute('size_bytes');
    }
    _sizeMax;
    get sizeMax() {
        return this.getNumberAttribute('size_max');
    }
    set sizeMax(value) {
        this._sizeMax = value;
    }
    resetSizeMax() {
        this._sizeMax = undefined;
    }
    get sizeMaxInput() {
        return this._sizeMax;
    }
    _sizeMin;
    get sizeMin() {
        return this.getNumberAttribute('size_min');
    }
    set sizeMin(value) {
        this._sizeMin = value;
    }
    resetSizeMin() {
        this._sizeMin = undefined;
    }
    get sizeMinInput() {
        return this._sizeMin;
    }
    _sort;
    get sort() {
        return this.getStringAttribute('sort');
    }
    set sort(value) {
        this._sort = value;
    }
    resetSort() {
        this._sort = undefined;
    }
    get sortInput() {
        return this._sort;
    }
    _tag;
    get tag() {
        return this.getStringAttribute('tag');
    }
    set tag(value) {
        this._tag = value;
    }
    resetTag() {
        this._tag = undefined;
    }
    get tagInput() {
        return this._tag;
    }
    _tags;
    get tags() {
        return cdktf.Fn.tolist(this.getListAttribute('tags'));
    }
    set tags(value) {
        this._tags = value;
    }
    resetTags() {
        this._tags = undefined;
    }
    get tagsInput() {
        return this._tags;
    }
    get updatedAt() {
        return this.getStringAttribute('updated_at');
    }
    _visibility;
    get visibility() {
        return this.getStringAttribute('visibility');
    }
    set visibility(value) {
        this._visibility = value;
    }
    resetVisibility() {
        this._visibility = undefined;
    }
    get visibilityInput() {
        return this._visibility;
    }
    synthesizeAttributes() {
        return {
            container_format: cdktf.stringToTerraform(this._containerFormat),
            disk_format: cdktf.stringToTerraform(this._diskFormat),
            hidden: cdktf.booleanToTerraform(this._hidden),
            id: cdktf.stringToTerraform(this._id),
            member_status: cdktf.stringToTerraform(this._memberStatus),
            most_recent: cdktf.booleanToTerraform(this._mostRecent),
            name: cdktf.stringToTerraform(this._name),
            name_regex: cdktf.stringToTerraform(this._nameRegex),
            owner: cdktf.stringToTerraform(this._owner),
            properties: cdktf.hashMapper(cdktf.stringToTerraform)(this._properties),
            region: cdktf.stringToTerraform(this._region),
            size_max: cdktf.numberToTerraform(this._sizeMax),
            size_min: cdktf.numberToTerraform(this._sizeMin),
            sort: cdktf.stringToTerraform(this._sort),
            tag: cdktf.stringToTerraform(this._tag),
            tags: cdktf.listMapper(cdktf.stringToTerraform, false)(this._tags),
            visibility: cdktf.stringToTerraform(this._visibility),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            container_format: {
                value: cdktf.stringToHclTerraform(this._containerFormat),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            disk_format: {
                value: cdktf.stringToHclTerraform(this._diskFormat),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            hidden: {
                value: cdktf.booleanToHclTerraform(this._hidden),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            id: {
                value: cdktf.stringToHclTerraform(this._id),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            member_status: {
                value: cdktf.stringToHclTerraform(this._memberStatus),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            most_recent: {
                value: cdktf.booleanToHclTerraform(this._mostRecent),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            name_regex: {
                value: cdktf.stringToHclTerraform(this._nameRegex),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            owner: {
                value: cdktf.stringToHclTerraform(this._owner),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            properties: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._properties),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            region: {
                value: cdktf.stringToHclTerraform(this._region),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            size_max: {
                value: cdktf.numberToHclTerraform(this._sizeMax),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            size_min: {
                value: cdktf.numberToHclTerraform(this._sizeMin),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            sort: {
                value: cdktf.stringToHclTerraform(this._sort),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            tag: {
                value: cdktf.stringToHclTerraform(this._tag),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            tags: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._tags),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            visibility: {
                value: cdktf.stringToHclTerraform(this._visibility),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.DataOpenstackImagesImageV2 = DataOpenstackImagesImageV2;
